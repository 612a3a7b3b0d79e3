import { join } from "node:path";
import { startPostgres } from "@proofroom/postgres/start";
import { remedy, temporalBinary } from "@proofroom/temporal/binary";
import { startTemporal } from "@proofroom/temporal/start";
import { keep, type Kept, type Part } from "./up-keep.ts";
import { openLog } from "./up-log.ts";
import { patiently, say, warn } from "./up-say.ts";
import type { Settings } from "./up-settings.ts";

/** What a part does when it dies, by its name. */
export type Watcher = (name: string) => Pick<Part, "onDeath" | "onHopeless">;

interface Engine {
  /** Null when it is the operator's own. */
  kept: Kept | null;
}

/** The operator's Postgres, or an embedded one that always comes back at the same address. */
export async function postgresEngine(settings: Settings, watcher: Watcher): Promise<Engine & { url: string }> {
  if (settings.databaseUrl !== undefined) return { kept: null, url: settings.databaseUrl };
  const log = openLog(join(settings.home, "logs/postgres.log"));
  const onLog = (line: string): void => {
    log(line);
    if (/ PANIC: |No space left/.test(line)) warn(`Postgres: ${line}`);
  };
  let known: { port: number; url: string } | undefined;
  const start = async () => {
    const dataDir = join(settings.home, "postgres");
    const postgres = await startPostgres({ dataDir, onLog, ...(known === undefined ? {} : { port: known.port }) });
    known = postgres;
    return postgres;
  };
  const kept = await patiently("starting Postgres", keep({ name: "Postgres", start, ...watcher("Postgres") }));
  return { kept, url: known?.url ?? "" };
}

interface RunsOff {
  /** The sentence for everybody in the room. */
  off: string;
  /** For whoever starts it: what was tried, and how that failed. */
  details: string[];
}

/** The operator's Temporal, an embedded server, or why there is none and what to install. */
export async function temporalEngine(
  settings: Settings,
  watcher: Watcher,
): Promise<(Engine & { address: string }) | RunsOff> {
  if (settings.temporalAddress !== undefined) return { kept: null, address: settings.temporalAddress };
  const found = await temporalBinary({ tell: say });
  if ("missing" in found) return { off: `Runs are off: ${found.missing}`, details: found.tried };
  const onLog = openLog(join(settings.home, "logs/temporal.log"));
  let known: { port: number; address: string } | undefined;
  const start = async () => {
    const dataDir = join(settings.home, "temporal");
    const port = known === undefined ? {} : { port: known.port };
    const temporal = await startTemporal({ dataDir, binary: found.path, onLog, ...port });
    known = temporal;
    return temporal;
  };
  try {
    const kept = await patiently("starting Temporal", keep({ name: "Temporal", start, ...watcher("Temporal") }));
    return { kept, address: known?.address ?? "" };
  } catch (error) {
    const details = [error instanceof Error ? error.message : String(error)];
    return { off: `Runs are off: the Temporal server did not start. ${remedy}`, details };
  }
}
