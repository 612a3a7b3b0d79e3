import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { SupervisorOptions } from "@proofroom/domain/infrastructure/control";
import { tetherVariable } from "@proofroom/process/tether";
import { controlOf } from "./control.ts";
import { living, type Place, placeIn, processesIn } from "./place.ts";

const entry = createRequire(import.meta.url).resolve("@proofroom/components/supervisor/main");

/** Starts a supervisor that outlives this process, and answers when it can be asked. `tether` is the starter's pipe. */
export async function startSupervisor(
  options: SupervisorOptions,
  tether: number | undefined,
  signal: AbortSignal,
): Promise<void> {
  const logFile = join(options.folder, "supervisor.log");
  const child = launch(options, logFile, tether);
  const ended = Promise.withResolvers<"ended">();
  child.once("error", () => ended.resolve("ended"));
  child.once("exit", () => ended.resolve("ended"));
  const outcome = await Promise.race([ended.promise, answering({ ...options }, 15_000, signal)]);
  if (outcome === "answers") return;
  if (outcome === "silent") child.kill("SIGKILL");
  throw new Error(`the deployment's supervisor did not start: ${lastWords(logFile)}`);
}

/** Waits until a supervisor answers at this place; `gone` when the one that was there has ended. */
export async function answering(
  { folder, socketPath }: Partial<Place> & { folder: string },
  millis: number,
  signal: AbortSignal,
): Promise<"answers" | "gone" | "silent"> {
  const until = Date.now() + millis;
  let processes: ReturnType<typeof processesIn> = null;
  while (Date.now() < until) {
    signal.throwIfAborted();
    const path = socketPath ?? placeIn(folder)?.socketPath;
    if (path !== undefined && (await controlOf(path).touch())) return "answers";
    processes ??= processesIn(folder);
    // The supervisor itself is the first that it records.
    if (processes !== null && living(processes.slice(0, 1)).length === 0) return "gone";
    await pause(15);
  }
  return "silent";
}

function launch(options: SupervisorOptions, logFile: string, tether: number | undefined): ChildProcess {
  const compiled = join(options.cacheDir, "compiled");
  mkdirSync(compiled, { recursive: true });
  const log = openSync(logFile, "a", 0o600);
  const { PATH, TMPDIR } = process.env;
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", entry, JSON.stringify(options)], {
    // Its own session, and nothing that ties it to this process: it must outlive a worker's kill -9.
    detached: true,
    cwd: "/",
    stdio: ["ignore", log, log, ...(tether === undefined ? [] : [tether])],
    env: {
      PATH,
      ...(TMPDIR === undefined ? {} : { TMPDIR }),
      // Components are the same programs at each run; what V8 has made of them is kept.
      NODE_COMPILE_CACHE: compiled,
      ...(tether === undefined ? {} : { [tetherVariable]: "3" }),
    },
  });
  closeSync(log);
  child.unref();
  return child;
}

function lastWords(file: string): string {
  try {
    return readFileSync(file, "utf8").trim().split("\n").slice(-5).join("\n") || "it said nothing";
  } catch {
    return "it said nothing";
  }
}
