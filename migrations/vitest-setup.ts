import { chmod, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { startPostgres } from "@proofroom/postgres/start";

/** One Postgres for all test files of a run; each clones its own databases from it. */
export async function setup(): Promise<() => Promise<void>> {
  if (process.env["PROOFROOM_TEST_POSTGRES"] !== undefined) return () => Promise.resolve();
  const folder = await mkdtemp("/var/tmp/proofroom-test-");
  await chmod(folder, 0o711);
  const settings = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "300" };
  const postgres = await startPostgres({ dataDir: join(folder, "postgres"), settings });
  process.env["PROOFROOM_TEST_POSTGRES"] = postgres.url;
  return async () => {
    delete process.env["PROOFROOM_TEST_POSTGRES"];
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
