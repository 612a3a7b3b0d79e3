import * as z from "zod/mini";

/** A message as a queue hands it out. Whoever takes it has until its time is up to acknowledge the receipt. */
export const Delivery = z.object({
  receipt: z.string(),
  message: z.unknown(),
  /** 1 the first time. */
  deliveries: z.int(),
  /** Of a test, the request that published it. */
  request: z.optional(z.string()),
});
export type Delivery = z.infer<typeof Delivery>;

/** How many at most, and how long to wait for the first. */
export const Take = z.object({
  most: z.int().check(z.minimum(1), z.maximum(100)),
  waitMillis: z.int().check(z.minimum(0), z.maximum(5_000)),
});
export const Taken = z.object({ messages: z.array(Delivery) });
export const Acknowledge = z.object({ receipt: z.string() });

/**
 * What happened to a message, as a queue writes it down. Where it has written all anew, `counted` comes first with what is no
 * message any more and the last id, and then each message that is one still, with how often it was delivered.
 */
export const QueueEntry = z.discriminatedUnion("was", [
  z.object({
    id: z.int(),
    was: z.literal("published"),
    message: z.unknown(),
    request: z.optional(z.string()),
    deliveries: z.optional(z.int()),
  }),
  z.object({ id: z.int(), was: z.enum(["delivered", "acknowledged", "dead"]) }),
  z.object({ id: z.int(), was: z.literal("counted"), published: z.int(), acknowledged: z.int(), dead: z.int() }),
]);
export type QueueEntry = z.infer<typeof QueueEntry>;
