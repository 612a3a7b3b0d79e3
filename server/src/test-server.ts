import { freshDatabase } from "@proofroom/migrations/test-database";
import { freePort } from "@proofroom/process/free-port";
import { createLogger } from "@proofroom/process/logger";
import { loadPublicProblems } from "@proofroom/problems/public";
import { createReadThread } from "./interviewer/reading/read-thread.ts";
import { testPacks } from "./test-pack.ts";
import type { Config } from "./config.ts";
import { type ServerDependencies, startServer } from "./server.ts";

export type TestServer = Awaited<ReturnType<typeof startTestServer>>;

export type TestDatabase = Awaited<ReturnType<typeof freshDatabase>>;

/**
 * One for all servers of a file: V8 has a fault that ends the process now and then when threads with WebAssembly in them come
 * and go (nodejs/node#64500), and a product has one for its whole life.
 */
const thread = { ...createReadThread(() => {}), close: () => Promise.resolve() };

/** The real server for tests, on a database of its own or on one that outlives it; runs are off. */
export async function startTestServer(
  change: Partial<Config> = {},
  more: Partial<ServerDependencies> = {},
  shared?: TestDatabase,
) {
  const database = shared ?? (await freshDatabase());
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const config: Config = {
    port,
    host: "127.0.0.1",
    publicUrl: origin,
    databaseUrl: database.url,
    taskQueue: "runs",
    runsOff: "Runs are off in this test.",
    dist: "/nonexistent",
    claude: null,
    ...change,
  };
  const log = createLogger("server");
  log.level = "error";
  const engine = { off: "Runs are off in this test." };
  const server = await startServer({
    config,
    db: database.db,
    engine,
    problems: loadPublicProblems(),
    packs: testPacks,
    version: "0",
    thread,
    log,
    ...more,
  });
  return {
    origin,
    port,
    api: server.api,
    reader: server.reader,
    db: database.db,
    async [Symbol.asyncDispose]() {
      await server.close();
      if (shared === undefined) await database[Symbol.asyncDispose]();
    },
  };
}
