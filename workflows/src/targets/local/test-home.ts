import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
} from "node:fs";
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
    leftAtAll: () => leftAtAll(home),
  };
}

/** Every process that was started for this home or works in it, every socket in it and every run's folder. */
export function leftAtAll(home: string): string[] {
  const processes = processIds().filter((pid) => belongsTo(home, pid) && pid !== String(process.pid));
  const runs = join(home, "runs");
  const folders = existsSync(runs) ? readdirSync(runs) : [];
  return [...processes.map((pid) => commandOf(pid) || `process ${pid}`), ...socketsWith(home), ...folders];
}

/** A component knows its home by its environment, a database's session by the folder in which it works. */
function belongsTo(home: string, pid: string): boolean {
  const places = [() => readlinkSync(`/proc/${pid}/cwd`), () => readFileSync(`/proc/${pid}/environ`, "utf8")];
  const says = [...places, () => commandOf(pid)].map((look) => {
    try {
      return look();
    } catch {
      return "";
    }
  });
  return says.some((text) => text.includes(home));
}

const processIds = (): string[] => readdirSync("/proc").filter((name) => /^\d+$/.test(name));

const socketsWith = (part: string): string[] =>
  readFileSync("/proc/net/unix", "utf8")
    .split("\n")
    .filter((line) => line.includes(part));

/** Every process that names the run in its command, every socket and file of it. */
function leftOf(home: string, runId: RunId): string[] {
  const folder = folderOf(home, runId);
  const processes = processIds()
    .map(commandOf)
    .filter((command) => command.includes(runId));
  return [...processes, ...socketsWith(runId), ...(existsSync(folder) ? [folder] : [])];
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return "";
  }
}
