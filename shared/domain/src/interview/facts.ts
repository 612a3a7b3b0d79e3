import * as z from "zod/mini";

/**
 * What code can find true or false of a design. An item's detectors name these; `design-facts.ts` computes them. Each is
 * absent while the documents do not say enough to decide.
 */
export const FactName = z.enum([
  // clarify
  "read-rate-stated", // a number with a per-second, per-day … unit beside reads, redirects, opens
  "write-rate-stated",
  "latency-goal-stated", // p50/p95/p99 or "under N ms"
  "retention-stated", // how long links live, or expiry
  "volume-stated", // rows or bytes kept
  // api
  "every-need-has-endpoint", // no required capability unbound
  "every-endpoint-has-table", // each operation has steps or a table it names
  "create-is-idempotent", // a writing operation carries an idempotency key
  "create-answers-key", // its answer carries what is looked up by
  "lookup-by-key", // an operation looks one row up by the code
  "redirect-temporary", // 302/307 rather than 301/308
  "unknown-is-404",
  "bad-input-is-4xx",
  "list-is-paginated",
  // data
  "table-for-links",
  "key-is-unique", // unique or primary on the looked-up column
  "lookup-has-index", // each read by column has an index that begins with it
  "idempotency-column-unique",
  "owner-column", // who made it
  "created-at-column",
  "expiry-column",
  "foreign-keys-indexed",
  "key-space-enough", // arithmetic over type, length and stated rate: at least ten years
  // architecture
  "gateway-drawn",
  "service-drawn",
  "service-replicated", // ≥ 2 replicas of each service on a request's path
  "database-drawn",
  "cache-drawn",
  "queue-drawn",
  "replica-database-drawn",
  "no-single-service", // no service alone on every way to the data; gateway and database are asked about instead
  "cache-has-invalidation-text", // design speaks of TTL, expiry, invalidate beside the cache
  "queue-has-consumer",
  // scale and failure, by text of the design document
  "failure-of-database-said",
  "failure-of-cache-said",
  "retry-said",
  "collision-said", // what happens when a generated code is taken
  "abuse-said", // rate limit, spam, malicious URL
  "hot-key-said",
  "partitioning-said",
  "backup-said",
  "observability-said", // metrics, alerts, logs
  "trade-off-said", // "instead of", "because", "at the cost of"
]);
export type FactName = z.infer<typeof FactName>;
