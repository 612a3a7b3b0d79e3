import { execFileSync } from "node:child_process";

interface RunningProcess {
  pid: number;
  parent: number;
  command: string;
}

/** All that run now; a zombie does not. */
function running(): RunningProcess[] {
  const listed = execFileSync("ps", ["-A", "-ww", "-o", "pid=,ppid=,stat=,args="], { encoding: "utf8" });
  return listed.split("\n").flatMap((line) => {
    const [, pid, parent, state, command = ""] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
    return pid === undefined || state?.startsWith("Z") ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
  });
}

/** A process that names all of `words` in its command line, and everything that it started. */
export function treeOf(...words: string[]): number[] {
  const all = running();
  const tree = all.filter(({ command }) => words.every((word) => command.includes(word))).map(({ pid }) => pid);
  for (const pid of tree) {
    tree.push(...all.filter((one) => one.parent === pid && !tree.includes(one.pid)).map((one) => one.pid));
  }
  return tree;
}

/** What a process started itself, by a word of its command line. */
export function childOf(parent: number | undefined, word: string): number {
  const child = running().find((one) => one.parent === parent && one.command.includes(word));
  if (child === undefined) throw new Error(`process ${parent} has started nothing that names ${word}`);
  return child.pid;
}

export const stillRunning = (pids: number[]): number[] =>
  running().flatMap(({ pid }) => (pids.includes(pid) ? [pid] : []));
