import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { endChild, exitOf } from "@proofroom/process/child";
import { freePort } from "@proofroom/process/free-port";
import { endOrphan } from "@proofroom/process/orphan";
import { watch } from "@proofroom/process/watchdog";

export interface TemporalOptions {
  dataDir: string;
  binary: string;
  /** Unset: any free one. */
  port?: number;
  onLog?: (line: string) => void;
}

export interface Temporal extends AsyncDisposable {
  address: string;
  port: number;
  pid: number;
  /** Resolves with the reason when the process is gone. */
  exited: Promise<string>;
  stop(): Promise<void>;
}

/** What operators can search runs by; the application itself lists from its own tables. */
const searchAttributes = ["RoomId", "Stage", "Verdict"].flatMap((name) => ["--search-attribute", `${name}=Keyword`]);

/**
 * Temporal's own development server on a loopback port, with its data in a file, which survives kill -9 because it is kept
 * in SQLite's write-ahead mode. It ends with this process, however that ends. The caller holds whatever lock says that `dataDir`
 * is its own: two servers on one file would spoil it, so one found running there is ended. Throws when it cannot run.
 */
export async function startTemporal(options: TemporalOptions): Promise<Temporal> {
  const { binary, dataDir, onLog = () => {} } = options;
  const port = options.port ?? (await freePort());
  mkdirSync(dataDir, { recursive: true });
  const pidFile = join(dataDir, "temporal.pid");
  await endOrphan(pidIn(pidFile), dataDir, ["SIGTERM", "SIGKILL"]);
  // No release migrates the file of another one.
  const file = join(dataDir, `temporal-${releaseOf(binary)}.db`);
  const listen = ["--ip", "127.0.0.1", "--port", String(port), "--headless", "--log-level", "warn"];
  const keep = ["--db-filename", file, "--sqlite-pragma", "journal_mode=wal"];
  const server = spawn(binary, ["server", "start-dev", ...listen, ...keep, ...searchAttributes], {
    stdio: ["ignore", "pipe", "pipe"],
    // A group of its own: Ctrl-C must reach it through its starter, after the workers that still talk to it.
    detached: true,
  });
  const exited = exitOf(server);
  if (server.pid === undefined) throw new Error(`${binary} cannot be run; set TEMPORAL_CLI_PATH to one that can`);
  // A worker whose server is gone does not end in order.
  const watchdog = watch(server.pid, "TERM", { waitSeconds: 2 });
  writeFileSync(pidFile, String(server.pid));
  void exited.then(() => watchdog.release());
  const said: string[] = [];
  createInterface({ input: server.stderr }).on("line", (line) => {
    said.push(line);
    if (said.length > 10) said.shift();
    onLog(line);
  });
  const serving = new Promise<true>((resolve) => {
    // Its banner comes after its namespace has begun to answer.
    createInterface({ input: server.stdout }).on("line", (line) => {
      if (/^(Temporal )?Server:\s+\S+:\d+/.test(line)) resolve(true);
    });
  });
  const reason = await Promise.race([serving, exited]);
  if (reason !== true) throw new Error(`the Temporal server did not start: ${[reason, ...said].join("\n")}`);
  const stop = () => endChild(server, exited, { ask: "SIGTERM", insist: "SIGKILL", millis: 5_000 });
  return { address: `127.0.0.1:${port}`, port, pid: server.pid, exited, stop, [Symbol.asyncDispose]: stop };
}

function pidIn(file: string): number {
  try {
    return Number(readFileSync(file, "utf8"));
  } catch {
    return 0;
  }
}

function releaseOf(binary: string): string {
  const answer = spawnSync(binary, ["--version"], { encoding: "utf8" });
  return /version (\d[\w.-]*)/.exec(answer.stdout ?? "")?.[1] ?? "unknown";
}
