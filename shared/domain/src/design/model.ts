import * as z from "zod/mini";
import { Check } from "./check.ts";
import { Finding, Fix } from "./finding.ts";
import { Idempotency, Step } from "./step.ts";

export const ComponentKind = z.enum([
  "gateway",
  "service",
  "database",
  "replicadb",
  "cache",
  "queue",
  "worker",
  "cdn",
  "objectstore",
  "search",
  "client",
]);
export type ComponentKind = z.infer<typeof ComponentKind>;

/** What is drawn. `line` counts in the design document. */
export const Component = z.object({
  id: z.string(),
  label: z.string(),
  kind: ComponentKind,
  replicas: z.int(),
  attrs: z.record(z.string(), z.string()),
  from: z.enum(["mermaid", "directive", "default"]),
  line: z.optional(z.int()),
});
export type Component = z.infer<typeof Component>;

export const Edge = z.object({
  from: z.string(),
  to: z.string(),
  async: z.boolean(),
  label: z.optional(z.string()),
  line: z.optional(z.int()),
});
export type Edge = z.infer<typeof Edge>;

export const Column = z.object({
  name: z.string(),
  type: z.string(),
  nullable: z.boolean(),
  /** The default's SQL; `identity` and generated columns are not written by an insert. */
  default: z.optional(z.string()),
  generated: z.boolean(),
  /** The columns of which a generated one is a whole hash, or which it has in one case. */
  hashOf: z.optional(z.array(z.string())),
  /** Of these, those in lower or upper case: two rows that differ in case alone are alike to it. */
  anyCase: z.optional(z.array(z.string())),
  /** The only values it may have: labels of its enum, or of a check `in (…)`. */
  values: z.optional(z.array(z.string())),
  /** The regular expression that a check holds its values to. */
  matches: z.optional(z.string()),
  /** How many characters a check lets it have. */
  length: z.optional(z.object({ least: z.int(), most: z.optional(z.int()) })),
  /** What `comment on column` says of it, or the comment behind it on its line. */
  comment: z.optional(z.string()),
  /** A row lasts for a while from this time on, as the documents tell: `held_at`. */
  isBeginning: z.optional(z.boolean()),
  line: z.int(),
});
export type Column = z.infer<typeof Column>;

export const ForeignKey = z.object({
  columns: z.array(z.string()),
  table: z.string(),
  references: z.array(z.string()),
  /** Of the constraint, in the schema. */
  line: z.optional(z.int()),
});
export type ForeignKey = z.infer<typeof ForeignKey>;

export const Index = z.object({
  name: z.optional(z.string()),
  columns: z.array(z.string()),
  unique: z.boolean(),
  partial: z.boolean(),
  /** Its columns with those that are hashed in place of their hash: two rows that are alike in them are alike to it. */
  hashOf: z.optional(z.array(z.string())),
  /** Its columns with those of which it has the lower or the upper case: two rows that differ in case alone are alike to it. */
  anyCase: z.optional(z.array(z.string())),
  /** Of a partial one, which values its rows have, column by column; null is no value. Absent where its condition says more. */
  only: z.optional(z.array(z.object({ column: z.string(), values: z.array(z.nullable(z.string())) }))),
  /** Of a partial one, the columns that all its rows have something in. */
  filled: z.optional(z.array(z.string())),
  line: z.int(),
});
export type Index = z.infer<typeof Index>;

export const Table = z.object({
  name: z.string(),
  columns: z.array(Column),
  primaryKey: z.array(z.string()),
  /** Where the key is declared; absent where there is none, or where it comes with a partition's parent. */
  primaryKeyLine: z.optional(z.int()),
  /** Column lists that cannot hold the same values twice, the primary key excepted. */
  uniques: z.array(z.array(z.string())),
  /** Where each of `uniques` is declared, in their order. */
  uniqueLines: z.optional(z.array(z.int())),
  foreignKeys: z.array(ForeignKey),
  indexes: z.array(Index),
  /** Of each exclusion constraint the columns that two rows may not have alike, and those of the range that may not overlap. */
  exclusions: z.optional(z.array(z.object({ columns: z.array(z.string()), over: z.array(z.string()) }))),
  /** Checks that tie columns of a row to each other. */
  checks: z.optional(z.array(Check)),
  line: z.int(),
});
export type Table = z.infer<typeof Table>;

/** One endpoint of the API document as text says it, before it is bound. JSON schemas are dereferenced. */
export const Endpoint = z.object({
  opId: z.string(),
  method: z.enum(["GET", "POST", "PUT", "PATCH", "DELETE"]),
  path: z.string(),
  line: z.int(),
  operationId: z.optional(z.string()),
  summary: z.optional(z.string()),
  /** JSON Schema of the request body, of each parameter, and of each answer by status. */
  body: z.optional(z.unknown()),
  bodyRequired: z.boolean(),
  /** Of `requestBody`. */
  bodyLine: z.optional(z.int()),
  /** `line`: where it is described; absent where only the path names it. */
  parameters: z.array(
    z.object({
      name: z.string(),
      in: z.enum(["path", "query", "header"]),
      required: z.boolean(),
      schema: z.unknown(),
      line: z.optional(z.int()),
    }),
  ),
  responses: z.array(
    z.object({
      status: z.int(),
      schema: z.optional(z.unknown()),
      headers: z.array(z.string()),
      line: z.optional(z.int()),
    }),
  ),
});
export type Endpoint = z.infer<typeof Endpoint>;

export const BoundBy = z.enum(["x-operation", "x-capability", "operationId", "convention"]);
export type BoundBy = z.infer<typeof BoundBy>;

/** Where each of some steps is written in the API document, and each step inside it; absent where nothing writes them. */
export const StepLines = z.optional(z.array(z.object({ line: z.int(), inside: z.array(z.int()) })));

/** An endpoint with what it will do. `words` is one sentence a step, shown in the binding table. */
export const Operation = z.object({
  ...Endpoint.shape,
  capability: z.optional(z.string()),
  idempotency: z.optional(Idempotency),
  steps: z.array(Step),
  /** The endpoint's own line where convention decides. Like every line of an operation they count in the API document. */
  stepLines: StepLines,
  /** Where the idempotency key is declared: in `x-operation`, else its header. */
  idempotencyLine: z.optional(z.int()),
  words: z.array(z.string()),
  /** How the capability's inputs are sent and its outputs are found: capability field → where in the request or answer. */
  inputs: z.record(z.string(), z.object({ in: z.enum(["body", "path", "query", "header"]), name: z.string() })),
  outputs: z.record(z.string(), z.object({ in: z.enum(["body", "location"]), name: z.string() })),
  boundBy: z.optional(BoundBy),
  /** What speaks for the capability, and for the steps where the document does not spell them out; a clause each. */
  because: z.optional(z.object({ capability: z.array(z.string()), steps: z.array(z.string()) })),
  /** What it might do instead; an edit writes it into the API document. */
  alternatives: z.optional(z.array(Fix)),
  /** 0 to 1; how sure the capability is. */
  confidence: z.number(),
  /** How much worse the next best endpoint would serve, 0 to 1. */
  margin: z.optional(z.number()),
});
export type Operation = z.infer<typeof Operation>;

/** What a worker does with each message of a queue. */
export const Consumer = z.object({
  worker: z.string(),
  queue: z.string(),
  steps: z.array(Step),
  stepLines: StepLines,
  words: z.array(z.string()),
});
export type Consumer = z.infer<typeof Consumer>;

/** What the three documents mean, read by the same pure code in the browser, the server and the run. */
export const DesignModel = z.object({
  components: z.array(Component),
  edges: z.array(Edge),
  tables: z.array(Table),
  operations: z.array(Operation),
  consumers: z.optional(z.array(Consumer)),
  /** Required capabilities that no endpoint serves or could serve; which of several does is a question among the findings. */
  unbound: z.array(z.string()),
  findings: z.array(Finding),
});
export type DesignModel = z.infer<typeof DesignModel>;
