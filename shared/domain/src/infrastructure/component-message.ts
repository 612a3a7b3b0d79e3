import * as z from "zod/mini";
import { Operation, StepLines, Table } from "../design/model.ts";
import { Hop } from "../judge/trace.ts";
import { Step } from "../design/step.ts";

export const Address = z.object({ host: z.string(), port: z.int() });
export type Address = z.infer<typeof Address>;

/** Where one process of a drawn component listens. */
export const Peer = z.object({ component: z.string(), ...Address.shape });
export type Peer = z.infer<typeof Peer>;

export const DatabaseAddress = z.object({
  ...Address.shape,
  user: z.string(),
  password: z.string(),
  database: z.string(),
});
export type DatabaseAddress = z.infer<typeof DatabaseAddress>;

/** Where a standby of the database is read from. */
export const StandbyAddress = z.object({ component: z.string(), ...DatabaseAddress.shape });
export type StandbyAddress = z.infer<typeof StandbyAddress>;

/** What a process that takes steps, a service or a worker, needs to know of the design. */
export const DoingSettings = z.object({
  operations: z.array(Operation),
  tables: z.array(Table),
  database: z.nullable(DatabaseAddress),
  /** Where endpoints that only read do so; none is to read from the database. */
  standbys: z.array(StandbyAddress),
  connections: z.int(),
  /** Those that an arrow leads to. */
  caches: z.array(Peer),
  queues: z.array(Peer),
  objectStore: z.nullable(Peer),
  /** Those that it calls, by their drawn id, each with its replicas. */
  services: z.array(z.object({ id: z.string(), at: z.array(Peer) })),
});
export type DoingSettings = z.infer<typeof DoingSettings>;

export const WorkerSettings = z.object({
  ...DoingSettings.shape,
  /** What it does with each message of a queue. */
  consumes: z.array(z.object({ queue: Peer, steps: z.array(Step), stepLines: StepLines })),
});
export type WorkerSettings = z.infer<typeof WorkerSettings>;

export const QueueSettings = z.object({
  visibilityMillis: z.int(),
  deliveries: z.int(),
  /** Where it keeps its journal. */
  folder: z.string(),
});
export type QueueSettings = z.infer<typeof QueueSettings>;

export const CacheSettings = z.object({
  /** All that it may hold. */
  bytes: z.int(),
});
export type CacheSettings = z.infer<typeof CacheSettings>;

export const GatewaySettings = z.object({
  /** Whether others listen at the same port, which is `sharedPort` unless this one is the first. */
  isOneOfSeveral: z.boolean(),
  sharedPort: z.int(),
  upstreams: z.array(Peer),
  healthMillis: z.int(),
  retryIdempotent: z.boolean(),
  keyHeaders: z.array(z.string()),
  ejectAfter: z.int(),
  timeoutMillis: z.int(),
});
export type GatewaySettings = z.infer<typeof GatewaySettings>;

export const ObjectStoreSettings = z.object({ folder: z.string(), mostBytes: z.int() });
export type ObjectStoreSettings = z.infer<typeof ObjectStoreSettings>;

export const CdnSettings = z.object({ upstream: Address, ttlMillis: z.int() });
export type CdnSettings = z.infer<typeof CdnSettings>;

/**
 * From the supervisor to a component of any kind that it has started. First come the settings, once; their form is the kind's
 * own. `port` 0 means any; after a restart it is the one that the component had before.
 */
export const ToComponent = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("settings"),
    component: z.string(),
    port: z.int(),
    offsetMillis: z.number(),
    settings: z.unknown(),
  }),
  z.object({ type: z.literal("clock"), offsetMillis: z.number() }),
  z.object({ type: z.literal("count") }),
  /** The random text that is to be drawn next; null leaves it to chance again. `isNew` of one that was not given out before. */
  z.object({ type: z.literal("draw"), text: z.nullable(z.string()), isNew: z.optional(z.boolean()) }),
  /** How long a request waits after each look at what is stored; 0 leaves that again. */
  z.object({ type: z.literal("linger"), millis: z.int() }),
  z.object({ type: z.literal("trace"), requests: z.array(z.string()) }),
]);
export type ToComponent = z.infer<typeof ToComponent>;

/** From a component to its supervisor; a moved clock is acknowledged, so that the next request surely sees it. */
export const FromComponent = z.discriminatedUnion("type", [
  z.object({ type: z.literal("listening"), port: z.int() }),
  z.object({ type: z.literal("clock"), offsetMillis: z.number() }),
  z.object({ type: z.literal("counters"), counters: z.record(z.string(), z.number()) }),
  /** How often such a text has been drawn since its start. */
  z.object({ type: z.literal("draw"), times: z.int() }),
  z.object({ type: z.literal("linger") }),
  z.object({ type: z.literal("trace"), hops: z.array(Hop) }),
]);
export type FromComponent = z.infer<typeof FromComponent>;
