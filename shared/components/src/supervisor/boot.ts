import type { Blueprint } from "@proofroom/domain/infrastructure/blueprint";
import type { GatewaySettings, ServiceSettings } from "@proofroom/domain/infrastructure/component-message";
import type { BootOutcome, BootStep } from "@proofroom/domain/infrastructure/control";
import { type Component, superviseComponent } from "./component.ts";
import { type RunDatabase, superviseDatabase } from "./database.ts";
import type { LogBook } from "./log-book.ts";

/** What of a deployment runs; filled as it boots, so that a boot which fails can be cleared away. */
export interface Running {
  database: RunDatabase | null;
  components: Component[];
}

export interface BootParts {
  dataDir: string;
  cacheDir: string;
  book: LogBook;
  record: (pid: number) => void;
  offsetMillis: () => number;
  running: Running;
  tell: (step: BootStep) => void;
  /** Aborts when the deployment is to end; a boot under way then ends too. */
  signal: AbortSignal;
}

const programs = {
  service: new URL("../service/main.ts", import.meta.url).pathname,
  gateway: new URL("../gateway/main.ts", import.meta.url).pathname,
};

/** Starts what the blueprint asks for. The programs load while Postgres starts, and get their settings when it is there. */
export async function boot(blueprint: Blueprint, parts: BootParts): Promise<BootOutcome> {
  const { running, book, record } = parts;
  for (const note of blueprint.notes) book.write("supervisor", "stdout", note);
  const step = stepsOf(parts.tell);
  const replicas = replicasOf(blueprint);
  const sessions = Math.max(2, Math.min(10, Math.floor(60 / replicas.length)));
  const database = Promise.withResolvers<RunDatabase | null>();
  const doors = Promise.withResolvers<number[]>();
  // Whoever waits for these is stopped when the boot fails before they are known.
  for (const { promise } of [database, doors]) promise.catch(() => {});

  const services = replicas.map((component) => {
    const settings = async (port: number): Promise<ServiceSettings> => ({
      component,
      port,
      operations: blueprint.operations,
      tables: blueprint.tables,
      database: (await database.promise)?.address ?? null,
      connections: sessions,
      offsetMillis: parts.offsetMillis(),
    });
    return superviseComponent({ component, kind: "service", entry: programs.service, settings, book, record });
  });
  running.components.push(...services);
  const gateway = startGateway(blueprint, replicas, doors.promise, parts);
  if (gateway !== null) running.components.push(gateway);

  try {
    const { database: drawn } = blueprint;
    if (drawn !== null) {
      const { dataDir, cacheDir } = parts;
      const options = { component: drawn.id, dataDir, cacheDir, connections: sessions * replicas.length, book, record };
      const started = await step("start the database", () => superviseDatabase(options));
      running.database = started;
      const refused = await step(
        "apply the schema",
        () => started.apply(blueprint.ddl),
        (wrong) => wrong?.message,
      );
      if (refused !== null) return { outcome: "refused", findings: [refused] };
    }
    database.resolve(running.database);
    const ports = await step(`start ${counted(replicas.length)}`, () =>
      soon(
        services.map((s) => s.listening),
        parts.signal,
      ),
    );
    doors.resolve(ports);
    const [first] =
      gateway === null ? ports : await step("start the gateway", () => soon([gateway.listening], parts.signal));
    return { outcome: "booted", endpoint: `http://127.0.0.1:${first}` };
  } catch (error) {
    return { outcome: "failed", reason: error instanceof Error ? error.message : String(error) };
  } finally {
    const over = new Error("the boot is over");
    database.reject(over);
    doors.reject(over);
  }
}

/** `api-1`, `api-2` where there are several, else `api`. */
const replicasOf = (blueprint: Blueprint): string[] =>
  blueprint.services.flatMap(({ id, replicas }) =>
    replicas === 1 ? [id] : Array.from({ length: replicas }, (_, n) => `${id}-${n + 1}`),
  );

const counted = (replicas: number): string => (replicas === 1 ? "the service" : `${replicas} services`);

function startGateway(
  { gateway }: Blueprint,
  replicas: string[],
  doors: Promise<number[]>,
  { book, record }: BootParts,
): Component | null {
  if (gateway === null) return null;
  const settings = async (port: number): Promise<GatewaySettings> => ({
    component: gateway.id,
    port,
    upstreams: (await doors).map((at, n) => ({ component: replicas[n] ?? "service", host: "127.0.0.1", port: at })),
    healthMillis: gateway.healthMillis,
    retryIdempotent: gateway.retryIdempotent,
    ejectAfter: gateway.ejectAfter,
    timeoutMillis: gateway.timeoutMillis,
  });
  return superviseComponent({
    component: gateway.id,
    kind: "gateway",
    entry: programs.gateway,
    settings,
    book,
    record,
  });
}

/** A program that dies as it starts is tried again and again; a boot waits for none of them longer than this. */
function soon(ports: Promise<number>[], signal: AbortSignal, millis = 20_000): Promise<number[]> {
  signal.throwIfAborted();
  const late = Promise.withResolvers<never>();
  const message = `a component did not start within ${millis / 1_000} seconds; its log says why`;
  const timer = setTimeout(() => late.reject(new Error(message)), millis);
  const abort = () => late.reject(signal.reason);
  signal.addEventListener("abort", abort);
  return Promise.race([Promise.all(ports), late.promise]).finally(() => {
    clearTimeout(timer);
    signal.removeEventListener("abort", abort);
  });
}

function stepsOf(tell: (step: BootStep) => void) {
  return async <T>(step: string, work: () => Promise<T>, wrong?: (result: T) => string | undefined): Promise<T> => {
    tell({ step, state: "started" });
    const began = performance.now();
    const told = (state: "done" | "failed", detail?: string) =>
      tell({ step, state, millis: Math.round(performance.now() - began), ...(detail === undefined ? {} : { detail }) });
    try {
      const result = await work();
      const detail = wrong?.(result);
      told(detail === undefined ? "done" : "failed", detail);
      return result;
    } catch (error) {
      told("failed", error instanceof Error ? error.message : String(error));
      throw error;
    }
  };
}
