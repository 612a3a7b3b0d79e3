import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { isFree } from "@proofroom/process/free-port";
import { watch } from "@proofroom/process/watchdog";
import { viteProgram } from "./up-client.ts";
import type { Watcher } from "./up-engines.ts";
import { keep, type Kept, type Running } from "./up-keep.ts";
import { openLog, worthSaying } from "./up-log.ts";
import { runProgram, type RunningProgram } from "./up-program.ts";
import { warn } from "./up-say.ts";
import { root, type Settings } from "./up-settings.ts";

interface ProgramOptions {
  name: string;
  args: string[];
  env: Record<string, string>;
  cwd?: string;
  isTethered?: boolean;
}

/** Starts a program once; its lines go to its log, those that tell of trouble to the person too. */
function starter({ home }: Settings, { name, env, ...options }: ProgramOptions): () => RunningProgram {
  const log = openLog(join(home, `logs/${name}.log`));
  const onLine = (line: string): void => {
    log(line);
    const trouble = worthSaying(line);
    if (trouble !== null) warn(`${name}: ${trouble}`);
  };
  const compiled = { NODE_COMPILE_CACHE: join(home, "cache/compiled") };
  return () => runProgram({ ...options, env: { ...compiled, ...env }, onLine });
}

interface Needs {
  settings: Settings;
  watcher: Watcher;
  needs: Kept[];
  env: Record<string, string>;
}

/** Up means that it takes work. */
export function keepWorker({ settings, watcher, needs, env }: Needs): Promise<Kept> {
  const run = starter(settings, { name: "worker", args: [join(root, "workflows/src/main.ts")], env });
  const start = async (): Promise<Running> => {
    const running = run();
    const end = await Promise.race([running.saysReady, running.exited]);
    if (end !== undefined) throw new Error(`the worker did not start: ${end}`);
    return running;
  };
  return keep({ name: "worker", start, needs, ...watcher("worker") });
}

/** Up means that it answers `/readyz`. `port` is where it listens, behind Vite another one than people see. */
export function keepServer({ settings, watcher, needs, env }: Needs, port: number): Promise<Kept> {
  const host = settings.host === "0.0.0.0" ? "127.0.0.1" : settings.host === "::" ? "::1" : settings.host;
  const origin = `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
  const run = starter(settings, {
    name: "server",
    args: [join(root, "server/src/main.ts")],
    env: { ...env, PORT: String(port), HOST: settings.host, PUBLIC_URL: settings.publicUrl },
  });
  const start = async (): Promise<Running> => {
    const running = run();
    let end: string | undefined;
    void running.exited.then((reason) => (end = reason));
    while (end === undefined && !(await isReady(origin))) await pause(50);
    if (end !== undefined) throw new Error(`the server did not start: ${end}`);
    return running;
  };
  return keep({ name: "server", start, needs, ...watcher("server") });
}

/** Vite serves the client as it is being written, and passes everything else on to the server. */
export function keepVite(settings: Settings, watcher: Watcher, serverPort: number): Promise<Kept> {
  const run = starter(settings, {
    name: "vite",
    args: [
      viteProgram(),
      "--port",
      String(settings.port),
      "--strictPort",
      "--host",
      settings.host,
      "--logLevel",
      "warn",
    ],
    env: { PROOFROOM_SERVER: `http://127.0.0.1:${serverPort}` },
    cwd: join(root, "client"),
    isTethered: false,
  });
  const start = async (): Promise<Running> => {
    const running = run();
    let end: string | undefined;
    void running.exited.then((reason) => (end = reason));
    // It knows no tether.
    const watchdog = running.pid === undefined ? null : watch(running.pid, "TERM");
    void running.exited.then(() => watchdog?.release());
    while (end === undefined && (await isFree(settings.port, settings.host))) await pause(50);
    if (end !== undefined) throw new Error(`vite did not start: ${end}`);
    return running;
  };
  return keep({ name: "vite", start, ...watcher("vite") });
}

async function isReady(origin: string): Promise<boolean> {
  try {
    const answer = await fetch(`${origin}/readyz`, { signal: AbortSignal.timeout(2_000) });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}
