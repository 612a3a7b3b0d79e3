import * as z from "zod/mini";

/** One node of a query plan; `depth` counts from 0, and a node's children follow it one deeper. */
export const PlanNode = z.object({
  depth: z.int(),
  /** As Postgres names it, such as `Seq Scan`. */
  node: z.string(),
  table: z.optional(z.string()),
  index: z.optional(z.string()),
  /** By which rows are found or left out. */
  condition: z.optional(z.string()),
  /** Those that came out of it; of a plan that was not run those that Postgres expects. */
  rows: z.number(),
  /** Rows that were read and left out. */
  removed: z.optional(z.number()),
  /** Pages read, its children's included. */
  buffers: z.optional(z.number()),
  millis: z.optional(z.number()),
});
export type PlanNode = z.infer<typeof PlanNode>;

/** How the database finds a statement's rows, asked after the test; only what reads is really run for that. */
export const StatementPlan = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("measured"), nodes: z.array(PlanNode) }),
  z.object({ kind: z.literal("estimated"), nodes: z.array(PlanNode) }),
  z.object({ kind: z.literal("none"), reason: z.string() }),
]);
export type StatementPlan = z.infer<typeof StatementPlan>;

/**
 * The step of the endpoint, or of the worker, that a statement serves. `line` counts in the API document; where names alone say
 * what a worker does there is none.
 */
export const TracedStep = z.object({ words: z.string(), line: z.optional(z.int()) });
export type TracedStep = z.infer<typeof TracedStep>;

/** A statement as a service sent it; texts are cut. */
export const TracedStatement = z.object({
  at: z.string(),
  millis: z.number(),
  text: z.string(),
  values: z.array(z.nullable(z.string())),
  isInTransaction: z.boolean(),
  /** Where it went, unless to the primary. */
  standby: z.optional(z.string()),
  rows: z.optional(z.int()),
  /** Why it was not answered; `code` is Postgres' own. */
  refused: z.optional(z.object({ code: z.optional(z.string()), message: z.string() })),
  step: z.optional(TracedStep),
  plan: z.optional(StatementPlan),
});
export type TracedStatement = z.infer<typeof TracedStatement>;

/** What a process asked for a request of a part that is no database: a cache, a queue, an object store, another service. */
export const TracedAsk = z.object({
  at: z.string(),
  millis: z.number(),
  /** As it is drawn. */
  to: z.string(),
  /** Such as `get u:abc`. */
  what: z.string(),
  /** What came of it, such as `hit`. */
  came: z.string(),
  /** It gave no answer, or would not do it. */
  isRefused: z.boolean(),
  step: z.optional(TracedStep),
});
export type TracedAsk = z.infer<typeof TracedAsk>;

/** A request on its way through one process; a message belongs to the request that published it. */
export const Hop = z.object({
  request: z.string(),
  component: z.string(),
  kind: z.enum(["cdn", "gateway", "service", "worker"]),
  at: z.string(),
  millis: z.number(),
  /** A worker that did what it should has 200, else it has what a service would have answered. */
  status: z.int(),
  /** Where the status does not say all, such as `from what is kept, 3 s old`. */
  how: z.optional(z.string()),
  /** Of the API document, the endpoint that served it. */
  endpoint: z.optional(z.object({ name: z.string(), line: z.int() })),
  statements: z.array(TracedStatement),
  asks: z.optional(z.array(TracedAsk)),
  /** Statements and questions beyond those that are kept. */
  dropped: z.int(),
});
export type Hop = z.infer<typeof Hop>;

export const TraceLine = z.object({
  at: z.string(),
  component: z.string(),
  stream: z.enum(["stdout", "stderr"]),
  line: z.string(),
});
export type TraceLine = z.infer<typeof TraceLine>;

/** What the processes did for a test's requests, found by their ids: the way of each, and what was logged about it. */
export const Trace = z.object({ hops: z.array(Hop), log: z.array(TraceLine) });
export type Trace = z.infer<typeof Trace>;
