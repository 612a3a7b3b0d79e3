import { openDatabase } from "@proofroom/database/open";
import { problemsDir } from "@proofroom/problems/public";
import { createLogger } from "@proofroom/process/logger";
import { onShutdown } from "@proofroom/process/shutdown";
import { tether, tetherDescriptor } from "@proofroom/process/tether";
import { Client } from "@temporalio/client";
import { loadClientConnectConfig } from "@temporalio/envconfig";
import { makeTelemetryFilterString, Runtime } from "@temporalio/worker";
import { bundleWorkflows } from "./bundle.ts";
import { readConfig } from "./config.ts";
import { connect } from "./connect.ts";
import { createLocalTarget } from "./targets/local/local-target.ts";
import { prepareInBackground } from "./targets/local/prepare.ts";
import { openModel } from "./open-model.ts";
import { runtimeLogger } from "./runtime-logger.ts";
import { startWorkers } from "./worker.ts";

tether();
const config = readConfig();
const log = createLogger("worker");
// Signals are ours: Temporal's runtime would stop the workers behind our back.
Runtime.install({
  shutdownSignals: [],
  logger: runtimeLogger(log),
  // What its native part says comes through the same logger, instead of straight onto standard output.
  telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: "WARN", other: "ERROR" }), forward: {} } },
});

const { connectionOptions, namespace = "default" } = loadClientConnectConfig();
const database = openDatabase(config.databaseUrl, 10, (error) =>
  log.warn({ err: error }, "a database connection broke"),
);
// With whoever started us every deployment goes too; with us alone it does not.
const starter = tetherDescriptor();
const tied = starter === undefined ? {} : { tether: starter };
const [connection, bundle] = await Promise.all([connect(connectionOptions), bundleWorkflows()]);
const working = await startWorkers({
  db: database.db,
  client: new Client({ connection, namespace }),
  targets: { local: createLocalTarget({ home: config.home, host: config.host, ...tied }) },
  problemsDir,
  host: config.host,
  taskQueue: config.taskQueue,
  ai: openModel(config.claude, database.db, log),
  log,
  connection,
  namespace,
  bundle,
});
onShutdown(async () => {
  await working.stop();
  await connection.close();
  await database[Symbol.asyncDispose]();
});
log.info({ taskQueue: config.taskQueue, host: config.host }, "ready");
// Whoever started this process by hand does not wait for it.
process.send?.("ready");
prepareInBackground(config.home);
// A worker that broke is started anew by whoever started it.
working.ended.catch((error: unknown) => {
  log.fatal({ err: error }, "the worker broke");
  process.exit(1);
});
