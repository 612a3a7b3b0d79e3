import * as z from "zod/mini";
import { Finding } from "../design/finding.ts";
import { DeployedKind } from "./blueprint.ts";

/** What a supervisor is started with. */
export const SupervisorOptions = z.object({
  runId: z.string(),
  folder: z.string(),
  socketPath: z.string(),
  /** Kept between runs. */
  cacheDir: z.string(),
  /** It ends itself when nobody has asked it anything for so long. */
  idleMillis: z.int(),
});
export type SupervisorOptions = z.infer<typeof SupervisorOptions>;

export const AdvanceClock = z.object({ millis: z.number() });

/** A random text that the next draw of its length is to give, whichever process draws; null leaves it to chance again. A counter gives it too where it `isNew`. */
export const RepeatDraw = z.object({
  text: z.nullable(z.string().check(z.maxLength(4_000))),
  isNew: z.optional(z.boolean()),
});
export type RepeatDraw = z.infer<typeof RepeatDraw>;
/** How often that has happened so far. */
export const Drawn = z.object({ times: z.int() });

/** How long a request waits after each look at what is stored; 0 leaves that again. */
export const Linger = z.object({ millis: z.int().check(z.minimum(0), z.maximum(1_000)) });

/** What the supervisor of a deployment answers on its socket. */
export const BootStep = z.object({
  step: z.string(),
  state: z.enum(["started", "done", "failed"]),
  millis: z.optional(z.number()),
  detail: z.optional(z.string()),
});
export type BootStep = z.infer<typeof BootStep>;

/** The last line of a boot. `refused` is the design's own fault and carries where, `failed` is ours. */
export const BootOutcome = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("booted"), endpoint: z.string() }),
  z.object({ outcome: z.literal("refused"), findings: z.array(Finding) }),
  z.object({ outcome: z.literal("failed"), reason: z.string() }),
]);
export type BootOutcome = z.infer<typeof BootOutcome>;

export const BootLine = z.union([BootOutcome, BootStep]);
export type BootLine = z.infer<typeof BootLine>;

export const LogLine = z.object({
  /** Counts from 1 over all components. */
  n: z.int(),
  at: z.string(),
  component: z.string(),
  stream: z.enum(["stdout", "stderr"]),
  line: z.string(),
});
export type LogLine = z.infer<typeof LogLine>;

export const Logs = z.object({ lines: z.array(LogLine) });
export const Clock = z.object({ offsetMillis: z.number() });
export const RowCount = z.object({ count: z.nullable(z.int()) });

/** What was not to be read everywhere in time. `isDesigns`: that is how the design is, and more time would not have helped. */
export const Unsettled = z.object({ component: z.string(), reason: z.string(), isDesigns: z.boolean() });
export type Unsettled = z.infer<typeof Unsettled>;

export const Settled = z.object({ unsettled: z.array(Unsettled) });

/** What counts since their start, by component; one that is down is missing. */
export const Counters = z.object({ counters: z.record(z.string(), z.record(z.string(), z.number())) });
export type Counters = z.infer<typeof Counters>;

/** Requests whose way through the deployment is asked for, by their ids. */
export const TraceRequest = z.object({ requests: z.array(z.string()).check(z.maxLength(20)) });

/** Rows that one statement makes in one table. */
export const BulkInsert = z.object({ table: z.string(), rows: z.int(), sql: z.string() });
export type BulkInsert = z.infer<typeof BulkInsert>;

export const BulkInserts = z.object({ inserts: z.array(BulkInsert) });

/** All of the statements or none; `isCheck` where a check refused values that might have been others. */
export const BulkInserted = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("inserted"), millis: z.number() }),
  z.object({ outcome: z.literal("refused"), table: z.string(), reason: z.string(), isCheck: z.boolean() }),
]);
export type BulkInserted = z.infer<typeof BulkInserted>;

/** Values as Postgres reads them; columns that are left out keep their default. */
export const InsertRow = z.object({ table: z.string(), values: z.record(z.string(), z.nullable(z.string())) });
export type InsertRow = z.infer<typeof InsertRow>;

/** The row as it stands in the table then, its values as Postgres writes them. */
export const InsertedRow = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("inserted"), row: z.record(z.string(), z.nullable(z.string())) }),
  z.object({ outcome: z.literal("refused"), reason: z.string() }),
]);
export type InsertedRow = z.infer<typeof InsertedRow>;

export const ComponentStatus = z.object({
  component: z.string(),
  kind: DeployedKind,
  pid: z.nullable(z.int()),
  /** How often it was started again after it had died. */
  restarts: z.int(),
});
export type ComponentStatus = z.infer<typeof ComponentStatus>;

export const SupervisorStatus = z.object({
  runId: z.string(),
  pid: z.int(),
  state: z.enum(["waiting", "booting", "running", "refused", "failed", "stopping"]),
  offsetMillis: z.number(),
  components: z.array(ComponentStatus),
});
export type SupervisorStatus = z.infer<typeof SupervisorStatus>;
