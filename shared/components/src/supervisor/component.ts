import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { FromComponent } from "@proofroom/domain/infrastructure/component-message";
import type { ComponentStatus } from "@proofroom/domain/infrastructure/control";
import type { LogBook } from "./log-book.ts";

export interface Component {
  /** The port it listens on, once it does; the same after a restart. */
  listening: Promise<number>;
  status(): ComponentStatus;
  /** Sends the time and waits until it is known there; a component that is down learns it when it starts. */
  setClock(offsetMillis: number): Promise<void>;
  /** At once: a component holds nothing that must be written down. */
  stop(): Promise<void>;
}

interface ComponentOptions {
  component: string;
  kind: "service" | "gateway";
  /** The program's file. */
  entry: string;
  /** Asked at each start, and awaited while the program is loading. `port` is the one it had before, or 0. */
  settings: (port: number) => Promise<object>;
  book: LogBook;
  record: (pid: number) => void;
}

const backoff = { firstMillis: 100, mostMillis: 2_000 };

/** Runs a component as this process's own child and starts it again whenever it dies. */
export function superviseComponent({ component, kind, entry, settings, book, record }: ComponentOptions): Component {
  const listening = Promise.withResolvers<number>();
  const waiting = new Set<() => void>();
  let child: ChildProcess | null = null;
  let port = 0;
  let starts = 0;
  let isStopping = false;

  async function run(): Promise<void> {
    let wait = backoff.firstMillis;
    while (!isStopping) {
      const began = Date.now();
      const reason = await start();
      child = null;
      for (const done of waiting) done();
      if (isStopping) break;
      book.write(component, "stderr", `${component} ended (${reason}) and is started again`);
      wait = Date.now() - began > 5_000 ? backoff.firstMillis : Math.min(wait * 2, backoff.mostMillis);
      await pause(wait);
    }
  }

  async function start(): Promise<string> {
    starts++;
    const started = launch(entry);
    child = started;
    const ended = Promise.withResolvers<string>();
    started.once("error", (error) => ended.resolve(error.message));
    started.once("exit", (code, signal) => ended.resolve(signal ?? `exit code ${code}`));
    if (started.pid !== undefined) record(started.pid);
    for (const stream of ["stdout", "stderr"] as const) {
      const input = started[stream];
      if (input !== null) createInterface({ input }).on("line", (line) => book.write(component, stream, line));
    }
    started.on("message", (message) => hear(message));
    void settings(port).then(
      (given) => tell(started, { type: "settings", settings: given }),
      () => started.kill("SIGKILL"),
    );
    return ended.promise;
  }

  function hear(message: unknown): void {
    const said = FromComponent.parse(message);
    if (said.type === "clock") return waiting.forEach((done) => done());
    port = said.port;
    listening.resolve(port);
  }

  const running = run();
  return {
    listening: listening.promise,
    status: () => ({ component, kind, pid: child?.pid ?? null, restarts: Math.max(0, starts - 1) }),
    async setClock(offsetMillis) {
      if (child === null || kind === "gateway") return;
      const told = Promise.withResolvers<void>();
      waiting.add(told.resolve);
      tell(child, { type: "clock", offsetMillis });
      await Promise.race([told.promise, pause(2_000)]);
      waiting.delete(told.resolve);
    },
    async stop() {
      isStopping = true;
      const last = child;
      if (last !== null && last.exitCode === null && last.signalCode === null) {
        last.kill("SIGKILL");
        await once(last, "exit");
      }
      await running;
    },
  };
}

/** Nothing of our own surroundings goes along, no secret and no setting; a component learns all by its channel. */
function launch(entry: string): ChildProcess {
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  const flags = ["--disable-warning=ExperimentalWarning", "--max-old-space-size=192"];
  return spawn(process.execPath, [...flags, entry], {
    env: { PATH, NODE_COMPILE_CACHE, TZ: "UTC", NODE_ENV: "production" },
    cwd: "/",
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
}

function tell(child: ChildProcess, message: object): void {
  if (child.connected) child.send(message, () => {});
}
