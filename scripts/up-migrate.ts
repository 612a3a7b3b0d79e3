import { openDatabase } from "@proofroom/database/open";
import { migrate } from "@proofroom/migrations/migrate";

/** Brings the database to this version's schema. Throws a sentence that says what to do. */
export async function migrateDatabase(url: string): Promise<void> {
  await using open = openDatabase(url, 1, () => {});
  try {
    await open.pool.query("select 1");
  } catch (cause) {
    const { hostname, port } = new URL(url);
    const reason = cause instanceof Error ? cause.message : String(cause);
    const place = `the database at ${hostname}:${port === "" ? 5432 : port}`;
    throw new Error(`${place} cannot be used (${reason}); check DATABASE_URL`, { cause });
  }
  await migrate(open.db);
}
