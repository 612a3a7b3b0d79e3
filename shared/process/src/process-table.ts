import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** What the system says of a living process. `started` tells it from a later process that was given the same id. */
export interface ProcessEntry {
  parent: number;
  started: string;
  command: string;
}

/** Null when there is no such process. A zombie is dead: nobody may ever reap it, as in a container. */
export function lookUp(pid: number): ProcessEntry | null {
  return process.platform === "linux" ? fromProc(pid) : fromPs(pid);
}

export function isAlive(pid: number): boolean {
  return lookUp(pid) !== null;
}

/** True while the process that was seen with this start time lives. */
export function isSame(pid: number, started: string): boolean {
  return lookUp(pid)?.started === started;
}

function fromProc(pid: number): ProcessEntry | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The program's name stands in brackets and may hold blanks and brackets itself; the fields follow the last one.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (fields[0] === "Z" || fields[0] === "X") return null;
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
    return { parent: Number(fields[1]), started: fields[19] ?? "", command };
  } catch {
    return null;
  }
}

function fromPs(pid: number): ProcessEntry | null {
  const ps = spawnSync("ps", ["-o", "ppid=,stat=,lstart=,command=", "-p", String(pid)], { encoding: "utf8" });
  const found = /^\s*(\d+)\s+(\S+)\s+(\S+\s+\S+\s+\S+\s+\S+\s+\S+)\s+(.*)$/m.exec(ps.stdout ?? "");
  if (found === null || found[2]?.startsWith("Z")) return null;
  return { parent: Number(found[1]), started: found[3] ?? "", command: found[4] ?? "" };
}
