import type { Operation, Table } from "@proofroom/domain/design/model";
import { keptBy } from "@proofroom/domain/design/through-cache";
import { sayingOnce } from "../say.ts";
import type { Database } from "./database.ts";
import { createDraws } from "./draws.ts";
import type { Workshop } from "./take-steps.ts";

/** For tests: what operations work with, of which nothing but the database is there unless given. */
export const testWorkshop = (
  database: Database,
  {
    operations,
    tables = [],
    log = () => {},
    ...using
  }: { operations: Operation[]; tables?: Table[]; log?: (line: string) => void } & Partial<Omit<Workshop, "tables">>,
): Workshop => ({
  database,
  reads: database,
  tables: new Map(tables.map((table) => [table.name, table])),
  caches: new Map(),
  kept: keptBy(operations),
  objects: null,
  services: new Map(),
  publish: async (queue) => {
    throw new Error(`no arrow leads from here to the queue ${queue}`);
  },
  now: () => new Date(),
  draws: createDraws(),
  afterLook: async () => {},
  sayOnce: sayingOnce(log),
  ...using,
});
