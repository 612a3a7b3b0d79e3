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
