import { spawn } from "node:child_process";
import { insist } from "./insist.ts";

export interface Watchdog {
  /** To be called when the watched process has ended, so that its number, perhaps given away again, is left alone. */
  release(): void;
}

interface WatchOptions {
  /** Whom the watched process runs as. */
  owner?: { uid?: number; gid?: number };
  /** How long those who use the process are given to end before it. */
  waitSeconds?: number;
}

/**
 * Ends process `pid` when this process is gone, whatever ended it, kill -9 included: a small shell reads a pipe whose other
 * end only this process holds. It asks with `signal`, and insists with SIGKILL after five seconds.
 */
export function watch(pid: number, signal: "INT" | "TERM", options: WatchOptions = {}): Watchdog {
  const { owner = {}, waitSeconds = 0 } = options;
  const script = `trap '' INT TERM HUP; cat >/dev/null; sleep ${waitSeconds}; kill -${signal} ${pid} 2>/dev/null
    ${insist(pid, 5)}`;
  // A group of its own: Ctrl-C and a kill of the starter's group must not reach it.
  const shell = spawn("sh", ["-c", script], {
    ...owner,
    cwd: "/",
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  shell.on("error", () => {});
  shell.stdin.on("error", () => {});
  shell.unref();
  return { release: () => void shell.kill("SIGKILL") };
}
