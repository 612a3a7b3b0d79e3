import { openDatabase } from "@proofroom/database/open";
import { createLogger } from "@proofroom/process/logger";
import { onShutdown } from "@proofroom/process/shutdown";
import { tether } from "@proofroom/process/tether";
import { loadPublicProblems } from "@proofroom/problems/public";
import manifest from "../package.json" with { type: "json" };
import { readConfig } from "./config.ts";
import { loadPacks } from "./interviewer/packs.ts";
import { connectEngine } from "./runs/engine.ts";
import { startServer } from "./server.ts";

tether();
const config = readConfig();
const log = createLogger("server");
const { db, [Symbol.asyncDispose]: closeDatabase } = openDatabase(config.databaseUrl, 20, (error) =>
  log.info({ reason: error.message }, "an idle connection to the database was lost"),
);
const engine = config.runsOff === null ? connectEngine(config.taskQueue, {}) : { off: config.runsOff };
const { version } = manifest;
const problems = loadPublicProblems();
const packs = loadPacks(problems.map(({ id }) => id));
const server = await startServer({ config, db, engine, problems, packs, version, log });
log.info({ url: config.publicUrl }, "listening");

onShutdown(async () => {
  await server.close();
  if (!("off" in engine)) await engine[Symbol.asyncDispose]();
  await closeDatabase();
}, 5_000);
