import type { Kysely } from "kysely";
import { Migrator } from "kysely/migration";
import { migrations } from "./index.ts";

/** Brings a database to the newest schema; safe beside another process that does the same. Answers what was applied. */
export async function migrate<T>(db: Kysely<T>): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error !== undefined) throw new Error("the database could not be brought to the newest schema", { cause: error });
  return results.map((result) => result.migrationName);
}
