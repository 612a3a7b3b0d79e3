import * as z from "zod/mini";
import { Component, Edge, Operation, StepLines, Table } from "../design/model.ts";
import { Step } from "../design/step.ts";

/** Kinds of components that a run can start. */
export const DeployedKind = z.enum([
  "database",
  "replicadb",
  "service",
  "gateway",
  "cache",
  "queue",
  "worker",
  "objectstore",
  "cdn",
]);
export type DeployedKind = z.infer<typeof DeployedKind>;

/** What is deployed beside services, gateway and database; a kind each, with what the drawing settles about it. */
export const Part = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("cache"), id: z.string(), bytes: z.int() }),
  z.object({ kind: z.literal("queue"), id: z.string(), visibilityMillis: z.int(), deliveries: z.int() }),
  /** What it does with each message, by the queue's id. */
  z.object({
    kind: z.literal("worker"),
    id: z.string(),
    replicas: z.int(),
    uses: z.array(z.string()),
    consumes: z.array(z.object({ queue: z.string(), steps: z.array(Step), stepLines: StepLines })),
  }),
  z.object({ kind: z.literal("objectstore"), id: z.string(), mostBytes: z.int() }),
  /** `before` is the drawn component that it passes requests on to. */
  z.object({ kind: z.literal("cdn"), id: z.string(), ttlMillis: z.int(), before: z.string() }),
]);
export type Part = z.infer<typeof Part>;

/** What gets deployed: the model's runnable part with counts settled, by pure code. Every target renders the same one. */
export const Blueprint = z.object({
  /** DDL to apply in order, one statement each, as the candidate wrote it. */
  ddl: z.array(z.object({ sql: z.string(), line: z.int() })),
  tables: z.array(Table),
  operations: z.array(Operation),
  /** `uses` are the ids of other parts that a service calls, by the arrows that are drawn; one that is inner is called by others only. */
  services: z.array(
    z.object({ id: z.string(), replicas: z.int(), uses: z.array(z.string()), isInner: z.optional(z.boolean()) }),
  ),
  /**
   * Null: clients reach the first replica of the first service. `healthMillis` 0 is a gateway that does not probe,
   * `ejectAfter` 0 one that leaves no replica out for its failures in a row.
   */
  gateway: z.nullable(
    z.object({
      id: z.string(),
      /** All of them listen at one address, so clients need not know of more. */
      replicas: z.int(),
      healthMillis: z.int(),
      retryIdempotent: z.boolean(),
      ejectAfter: z.int(),
      timeoutMillis: z.int(),
    }),
  ),
  database: z.nullable(z.object({ id: z.string() })),
  /** Standbys of the database, a process each; `id` is the drawn component's. Services that use it read from there. */
  standbys: z.array(z.object({ id: z.string(), component: z.string(), delayMillis: z.int() })),
  parts: z.array(Part),
  components: z.array(Component),
  edges: z.array(Edge),
  /** How what runs differs from what is drawn, a sentence each; a run tells them. */
  notes: z._default(z.array(z.string()), []),
});
export type Blueprint = z.infer<typeof Blueprint>;
