import type { ComponentKind } from "./model.ts";

export const kindWords: Record<ComponentKind, string> = {
  gateway: "gateway",
  service: "service",
  database: "database",
  replicadb: "read replica",
  cache: "cache",
  queue: "queue",
  worker: "worker",
  cdn: "CDN",
  objectstore: "object store",
  search: "search index",
  client: "client",
};

const deployed: ReadonlySet<ComponentKind> = new Set([
  "gateway",
  "service",
  "database",
  "replicadb",
  "objectstore",
  "cdn",
  "cache",
  "queue",
  "worker",
]);

/** Whether a run starts it; what else can be drawn is not deployed yet, and a client never is: it is who asks. */
export const isDeployed = (kind: ComponentKind): boolean => deployed.has(kind);

/** As many processes of one component as a run starts, however many are drawn: more would only fight for a host's cores. */
export const processesAtMost: Record<ComponentKind, number> = {
  service: 5,
  gateway: 3,
  worker: 3,
  replicadb: 2,
  database: 1,
  cache: 1,
  queue: 1,
  objectstore: 1,
  cdn: 1,
  search: 5,
  client: 1,
};
