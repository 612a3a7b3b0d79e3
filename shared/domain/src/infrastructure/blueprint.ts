import * as z from "zod/mini";
import { Component, Edge, Operation, Table } from "../design/model.ts";

/** What gets deployed: the model's runnable part with counts settled, by pure code. Every target renders the same one. */
export const Blueprint = z.object({
  /** DDL to apply in order, one statement each, as the candidate wrote it. */
  ddl: z.array(z.object({ sql: z.string(), line: z.int() })),
  tables: z.array(Table),
  operations: z.array(Operation),
  services: z.array(z.object({ id: z.string(), replicas: z.int() })),
  gateway: z.nullable(z.object({ id: z.string(), healthMillis: z.int(), retryIdempotent: z.boolean() })),
  database: z.nullable(z.object({ id: z.string() })),
  components: z.array(Component),
  edges: z.array(Edge),
});
export type Blueprint = z.infer<typeof Blueprint>;
