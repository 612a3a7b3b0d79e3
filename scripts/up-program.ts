import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { Socket } from "node:net";
import { tetherVariable } from "@proofroom/process/tether";
import type { Running } from "./up-keep.ts";
import { root } from "./up-settings.ts";

interface Program {
  args: string[];
  env: Record<string, string>;
  onLine: (line: string) => void;
  cwd?: string;
  /** False for a program that is not ours: it knows no tether, and is asked by signal. */
  isTethered?: boolean;
}

export interface RunningProgram extends Running {
  pid: number | undefined;
  /** Resolves when the program has said so; never, when it ends before. */
  saysReady: Promise<void>;
}

const stopMillis = 7_000;

/** Held for as long as this process lives, also when the program has ended: its own children may hang on the same pipe. */
const tethers = new Set<Socket>();
let isCut = false;

/**
 * Runs a Node program as a child that ends when this process does, even by kill -9: it holds the other end of a pipe that it
 * watches. It has a process group of its own, so that Ctrl-C reaches it in order and once.
 */
export function runProgram({ args, env, onLine, cwd = root, isTethered = true }: Program): RunningProgram {
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", ...args], {
    cwd,
    env: { ...process.env, ...env, [tetherVariable]: "3" },
    stdio: ["ignore", "pipe", "pipe", "pipe", "ipc"],
    detached: true,
  });
  const tether = child.stdio[3];
  if (tether instanceof Socket) {
    tethers.add(tether);
    tether.on("error", () => {});
    tether.once("close", () => tethers.delete(tether));
    tether.resume();
    if (isCut) tether.destroy();
  }
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue;
    createInterface({ input: stream }).on("line", onLine);
  }
  const exited = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(signal === null ? `exit code ${code}` : `ended by ${signal}`));
  });
  return {
    pid: child.pid,
    saysReady: new Promise((resolve) => child.on("message", (said) => said === "ready" && resolve())),
    exited,
    async stop() {
      // A second signal means `at once`: a program whose tether was cut is ending in order already.
      if (!isCut || !isTethered) child.kill("SIGTERM");
      const insist = setTimeout(() => child.kill("SIGKILL"), stopMillis);
      await exited;
      clearTimeout(insist);
    },
  };
}

/** Lets go of everything that hangs on this process, deployments included: all of it ends itself, in order. */
export function cutTethers(): void {
  isCut = true;
  for (const tether of tethers) tether.destroy();
}
