import * as z from "zod/mini";

/** A message as a queue hands it out. Whoever takes it has until its time is up to acknowledge the receipt. */
export const Delivery = z.object({
  receipt: z.string(),
  message: z.unknown(),
  /** 1 the first time. */
  deliveries: z.int(),
});
export type Delivery = z.infer<typeof Delivery>;

/** How many at most, and how long to wait for the first. */
export const Take = z.object({
  most: z.int().check(z.minimum(1), z.maximum(100)),
  waitMillis: z.int().check(z.minimum(0), z.maximum(5_000)),
});
export const Taken = z.object({ messages: z.array(Delivery) });
export const Acknowledge = z.object({ receipt: z.string() });

/** What happened to a message, as a queue writes it down. */
export const QueueEntry = z.union([
  z.object({ id: z.int(), was: z.literal("published"), message: z.unknown() }),
  z.object({ id: z.int(), was: z.enum(["delivered", "acknowledged", "dead"]) }),
]);
export type QueueEntry = z.infer<typeof QueueEntry>;
