import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { endChild, exitOf } from "@proofroom/process/child";
import { watch } from "@proofroom/process/watchdog";
import type { Account } from "./account.ts";
import { postgresEnvironment } from "./cluster.ts";

export interface Postmaster {
  pid: number;
  /** Resolves with the reason when the process is gone. */
  exited: Promise<string>;
  stop(): Promise<void>;
}

interface Launch {
  folder: string;
  binaries: string;
  account: Account;
  port: number;
  settings: Record<string, string>;
  onLog: (line: string) => void;
}

/** First the fast way, which ends sessions and writes everything down; then at once, and it recovers later. */
const fastThenAtOnce = { ask: "SIGINT", insist: "SIGQUIT", millis: 8_000 } as const;

/** Runs Postgres until it accepts connections, or answers what it said instead. It never outlives this process. */
export async function launch(options: Launch): Promise<Postmaster | { refused: string }> {
  const { folder, binaries, account, port, settings } = options;
  const given = { listen_addresses: "127.0.0.1", unix_socket_directories: "", ...settings };
  const flags = Object.entries(given).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const server = spawn(join(binaries, "postgres"), ["-D", folder, "-p", String(port), ...flags], {
    ...account,
    env: postgresEnvironment,
    cwd: "/",
    stdio: ["ignore", "ignore", "pipe"],
    // A group of its own: Ctrl-C must reach Postgres through its starter, after those who still write.
    detached: true,
  });
  if (server.pid === undefined) return { refused: `${join(binaries, "postgres")} cannot be run` };
  const watchdog = watch(server.pid, "INT", { owner: account });
  const exited = exitOf(server);
  void exited.then(() => watchdog.release());
  const said: string[] = [];
  const ready = new Promise<true>((resolve) => {
    createInterface({ input: server.stderr }).on("line", (line) => {
      said.push(line);
      if (said.length > 20) said.shift();
      if (/database system is ready to accept (read-only )?connections/.test(line)) resolve(true);
      options.onLog(line);
    });
  });
  const reason = await Promise.race([ready, exited]);
  if (reason !== true) return { refused: [reason, ...said].join("\n") };
  return { pid: server.pid, exited, stop: () => endChild(server, exited, fastThenAtOnce) };
}
