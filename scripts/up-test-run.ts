import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { isAlive, lookUp } from "@proofroom/process/process-table";
import { root } from "./up-settings.ts";

/** A start as a person makes it, on a folder of its own. */
export interface TestStart {
  npm: ChildProcess;
  /** Resolves with what was said so far when a line contains `text`; rejects when it ended without. */
  says(text: string): Promise<string>;
  /** Resolves with the exit code and all that was said. */
  ended: Promise<{ code: number | null; said: string }>;
}

export function start(home: string, port: number, env: Record<string, string | undefined> = {}): TestStart {
  const npm = spawn("npm", ["start"], {
    cwd: root,
    // The engines that tests share are not to be used here.
    env: { ...process.env, TEMPORAL_ADDRESS: "", DATABASE_URL: "", PORT: String(port), PROOFROOM_HOME: home, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let said = "";
  const heard = new Set<() => void>();
  for (const stream of [npm.stdout, npm.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      said += String(chunk);
      for (const listen of heard) listen();
    });
  }
  const ended = once(npm, "exit").then(([code]) => ({ code: typeof code === "number" ? code : null, said }));
  function says(text: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const listen = (): void => {
        if (!said.includes(text)) return;
        heard.delete(listen);
        resolve(said);
      };
      heard.add(listen);
      listen();
      void ended.then(() => reject(new Error(`it ended without saying ${text}:\n${said}`)));
    });
  }
  return { npm, says, ended };
}

/** Every process under `npm`, and those of the home beside it, by what their command line contains. */
export function processesOf(home: string, npm: number): Map<number, string> {
  const found = new Map<number, string>();
  for (const name of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry))) {
    const pid = Number(name);
    const command = lookUp(pid)?.command;
    if (command === undefined) continue;
    if (descendsFrom(pid, npm) || command.includes(home)) found.set(pid, command);
  }
  return found;
}

function descendsFrom(pid: number, ancestor: number): boolean {
  for (let at = pid, steps = 0; at > 1 && steps < 10; steps++) {
    if (at === ancestor) return true;
    at = lookUp(at)?.parent ?? 0;
  }
  return false;
}

/** Of the processes the one whose command contains `text`. */
export function find(processes: Map<number, string>, text: string): number {
  for (const [pid, command] of processes) if (command.includes(text)) return pid;
  throw new Error(`no process runs ${text}: ${[...processes.values()].join("\n")}`);
}

/** Waits until all of them are gone; answers those that are still there after `millis`. */
export async function survivors(processes: Iterable<[number, string]>, millis: number): Promise<string[]> {
  const all = [...processes];
  for (let waited = 0; ; waited += 100) {
    const left = all.filter(([pid, command]) => isAlive(pid) && lookUp(pid)?.command === command);
    if (left.length === 0 || waited >= millis) return left.map(([, command]) => command);
    await pause(100);
  }
}

export async function until<T>(look: () => Promise<T | null> | T | null, millis: number, what: string): Promise<T> {
  for (let waited = 0; waited < millis; waited += 100) {
    const seen = await look();
    if (seen !== null) return seen;
    await pause(100);
  }
  throw new Error(`in ${millis} ms there was no ${what}`);
}

export const postmasterOf = (home: string): number =>
  Number.parseInt(readFileSync(join(home, "postgres/postmaster.pid"), "utf8"), 10);
