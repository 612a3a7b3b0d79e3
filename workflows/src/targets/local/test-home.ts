import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { RunId } from "@proofroom/domain/id";
import { folderOf } from "./place.ts";

/** For tests: a PROOFROOM_HOME that Postgres's account can reach, and what of a run is left on this host. */
export function makeHome(below = ".") {
  const made = mkdtempSync("/var/tmp/proofroom-local-");
  chmodSync(made, 0o711);
  const home = join(made, below);
  mkdirSync(home, { recursive: true, mode: 0o711 });
  return {
    home,
    remove: () => rmSync(made, { recursive: true, force: true }),
    leftOf: (runId: RunId) => leftOf(home, runId),
  };
}

/** Every process that names the run in its command, every socket and file of it. */
function leftOf(home: string, runId: RunId): string[] {
  const folder = folderOf(home, runId);
  const processes = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(commandOf)
    .filter((command) => command.includes(runId));
  const sockets = readFileSync("/proc/net/unix", "utf8")
    .split("\n")
    .filter((line) => line.includes(runId));
  return [...processes, ...sockets, ...(existsSync(folder) ? [folder] : [])];
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return "";
  }
}
