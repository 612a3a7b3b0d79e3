import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { FromComponent, type ToComponent } from "@proofroom/domain/infrastructure/component-message";
import type { ComponentStatus, RepeatDraw } from "@proofroom/domain/infrastructure/control";
import { standingLines } from "@proofroom/domain/infrastructure/process-words";
import type { Hop } from "@proofroom/domain/judge/trace";
import type { LogBook } from "./log-book.ts";

export interface Component {
  /** The port it listens on, once it does; the same after a restart. */
  listening: Promise<number>;
  status(): ComponentStatus;
  /** Sends the time and waits until it is known there; a component that is down learns it when it starts. */
  setClock(offsetMillis: number): Promise<void>;
  /** What it has counted since its start; null of one that is down or does not answer. */
  counters(): Promise<Record<string, number> | null>;
  /** Has its next random text of that length be this one, or takes that back; answers how often that has happened. */
  repeatDraw(next: RepeatDraw): Promise<number>;
  /** Has each request wait so long after it has looked at what is stored, and waits until that is known there. */
  linger(millis: number): Promise<void>;
  /** The way of requests through it; none through one that is down or does not answer. */
  trace(requests: string[]): Promise<Hop[]>;
  /** At once: a component holds nothing that must be written down. */
  stop(): Promise<void>;
}

interface ComponentOptions {
  component: string;
  kind: ComponentStatus["kind"];
  /** The program's file. */
  entry: string;
  /** Asked at each start, and awaited while the program is loading. */
  settings: () => Promise<object>;
  offsetMillis: () => number;
  book: LogBook;
  record: (pid: number) => void;
}

type Asked = "clock" | "counters" | "draw" | "linger" | "trace";

const backoff = { firstMillis: 100, mostMillis: 2_000 };

/** Runs a component as this process's own child and starts it again whenever it dies. */
export function superviseComponent(options: ComponentOptions): Component {
  const { component, kind, entry, settings, book, record } = options;
  const listening = Promise.withResolvers<number>();
  const waiting = new Map<Asked, Set<(said: FromComponent | null) => void>>([
    ["clock", new Set()],
    ["counters", new Set()],
    ["draw", new Set()],
    ["linger", new Set()],
    ["trace", new Set()],
  ]);
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
      for (const hearing of waiting.values()) for (const hear of hearing) hear(null);
      if (isStopping) break;
      book.write(component, "stderr", standingLines.ended(component, reason));
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
    void settings().then(
      (given) =>
        tell(started, { type: "settings", component, port, offsetMillis: options.offsetMillis(), settings: given }),
      () => started.kill("SIGKILL"),
    );
    return ended.promise;
  }

  function hear(message: unknown): void {
    const said = FromComponent.parse(message);
    if (said.type !== "listening") return waiting.get(said.type)?.forEach((answered) => answered(said));
    port = said.port;
    book.write(component, "stdout", standingLines.started(port));
    listening.resolve(port);
  }

  /** Null when it is down, or dies meanwhile, or stays silent: one that is paused must not hold the others up. */
  async function ask(message: ToComponent, answer: Asked): Promise<FromComponent | null> {
    if (child === null) return null;
    const said = Promise.withResolvers<FromComponent | null>();
    const hearing = waiting.get(answer);
    hearing?.add(said.resolve);
    tell(child, message);
    const late = setTimeout(() => said.resolve(null), 2_000);
    const heard = await said.promise;
    clearTimeout(late);
    hearing?.delete(said.resolve);
    return heard;
  }

  const running = run();
  return {
    listening: listening.promise,
    status: () => ({ component, kind, pid: child?.pid ?? null, restarts: Math.max(0, starts - 1) }),
    setClock: async (offsetMillis) => void (await ask({ type: "clock", offsetMillis }, "clock")),
    async counters() {
      const said = await ask({ type: "count" }, "counters");
      return said?.type === "counters" ? said.counters : null;
    },
    async repeatDraw(next) {
      const said = await ask({ type: "draw", ...next }, "draw");
      return said?.type === "draw" ? said.times : 0;
    },
    linger: async (millis) => void (await ask({ type: "linger", millis }, "linger")),
    async trace(requests) {
      const said = await ask({ type: "trace", requests }, "trace");
      return said?.type === "trace" ? said.hops.filter(({ request }) => requests.includes(request)) : [];
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

function tell(child: ChildProcess, message: ToComponent): void {
  if (child.connected) child.send(message, () => {});
}
