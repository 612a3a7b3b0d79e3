import { join } from "node:path";
import { EnvironmentError } from "@proofroom/process/env";
import { freePort } from "@proofroom/process/free-port";
import { watchAncestors } from "./up-ancestors.ts";
import { buildClient } from "./up-client.ts";
import { postgresEngine, temporalEngine } from "./up-engines.ts";
import { whyNoHome } from "./up-folder.ts";
import { claimHome, type Home } from "./up-home.ts";
import type { Kept } from "./up-keep.ts";
import { migrateDatabase } from "./up-migrate.ts";
import { cutTethers } from "./up-program.ts";
import { keepServer, keepVite, keepWorker } from "./up-programs.ts";
import { patiently, warn } from "./up-say.ts";
import { readSettings, type Settings } from "./up-settings.ts";
import { sourcesOf, watchSources } from "./up-watch.ts";

/** Programs end before the engines that they talk to. */
const programs: Kept[] = [];
const engines: Kept[] = [];
let home: Home | undefined;
let endingSince: number | null = null;

async function end(code: number): Promise<void> {
  // Ctrl-C arrives twice: the terminal tells npm and this process, and npm passes it on. A later one means `at once`.
  if (endingSince !== null) return performance.now() - endingSince > 1_000 ? process.exit(1) : undefined;
  endingSince = performance.now();
  home?.end();
  // Whatever still hangs then ends by its tether or watchdog as soon as this process is gone.
  setTimeout(() => process.exit(1), 9_000).unref();
  cutTethers();
  await Promise.allSettled(programs.map((part) => part.stop()));
  await Promise.allSettled(engines.map((part) => part.stop()));
  process.exit(code);
}

function fail(error: unknown): Promise<void> {
  if (endingSince !== null) return Promise.resolve();
  const said = error instanceof Error ? error.message : String(error);
  const isFull = /ENOSPC|no space left/i.test(said);
  const reason = isFull ? "the disk is full; free some space and start again" : said;
  console.error(error instanceof EnvironmentError ? said : `Proofroom cannot start: ${reason}`);
  return end(1);
}

const watcher = (folder: string) => (name: string) => ({
  onDeath: (reason: string) => endingSince !== null || warn(`${name} ended (${reason}) and is started again`),
  onHopeless(reason: string) {
    if (endingSince !== null) return;
    const log = join(folder, "logs", `${name.toLowerCase()}.log`);
    warn(`Proofroom ends: ${name} died five times in a minute, last with ${reason}. Its log is ${log}`);
    void end(1);
  },
});

async function up(settings: Settings): Promise<void> {
  const watch = watcher(settings.home);
  const building = settings.isWatching ? Promise.resolve() : patiently("building the client", buildClient());
  const [postgres, temporal] = await Promise.all([
    postgresEngine(settings, watch).then(async (engine) => {
      if (engine.kept !== null) engines.push(engine.kept);
      await patiently("bringing the database to this version", migrateDatabase(engine.url));
      return engine;
    }),
    temporalEngine(settings, watch).then((engine) => {
      if ("kept" in engine && engine.kept !== null) engines.push(engine.kept);
      return engine;
    }),
    building,
  ]);
  const isOff = "off" in temporal;
  const env = {
    PROOFROOM_HOME: settings.home,
    DATABASE_URL: postgres.url,
    ...(isOff ? { PROOFROOM_RUNS_OFF: temporal.off } : { TEMPORAL_ADDRESS: temporal.address }),
  };
  if (isOff) for (const line of [temporal.off, ...temporal.details]) warn(line);
  const parts = { settings, watcher: watch, needs: [...engines], env };
  const serverPort = settings.isWatching ? await freePort() : settings.port;
  const starting = [keepServer(parts, serverPort), ...(isOff ? [] : [keepWorker(parts)])];
  for (const part of starting) void part.then((kept) => programs.push(kept)).catch(() => {});
  const [server, worker] = await patiently("starting server and worker", Promise.all(starting));
  if (!settings.isWatching) return;
  programs.push(await keepVite(settings, watch, serverPort));
  watchSources(sourcesOf.server, () => void server?.renew());
  watchSources(sourcesOf.worker, () => void worker?.renew());
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void end(0));
watchAncestors(() => void end(1));

try {
  const settings = readSettings(process.env, process.argv.includes("--watch"));
  const claimed = await claimHome(settings);
  if ("refused" in claimed) {
    console.error(claimed.refused);
    process.exit(1);
  }
  home = claimed;
  await up(settings).catch((error: unknown) => {
    const reason = whyNoHome(settings.home, error);
    throw reason === null ? error : new Error(reason, { cause: error });
  });
  console.log(`Proofroom is ready at ${settings.publicUrl}`);
} catch (error) {
  await fail(error);
}
