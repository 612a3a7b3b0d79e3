import { request, type IncomingMessage } from "node:http";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import type { Blueprint } from "@proofroom/domain/infrastructure/blueprint";
import {
  BootLine,
  type BootOutcome,
  type BootStep,
  type BulkInsert,
  BulkInserted,
  Clock,
  Counters,
  Drawn,
  InsertedRow,
  type InsertRow,
  type LogLine,
  Logs,
  RowCount,
  Settled,
  SupervisorStatus,
  type Unsettled,
} from "@proofroom/domain/infrastructure/control";
import { Trace } from "@proofroom/domain/judge/trace";

/** What a supervisor can be asked. Every question also tells it that somebody still cares. */
export interface Control {
  /** False when there is no supervisor any more. */
  touch(): Promise<boolean>;
  status(): Promise<SupervisorStatus | null>;
  /** Idempotent: a second boot follows the first one from its beginning. Rejects when the supervisor dies meanwhile. */
  boot(blueprint: Blueprint, tell: (step: BootStep) => void, signal: AbortSignal): Promise<BootOutcome>;
  /** Moves the deployment's clock and answers its new offset; every request that starts afterwards sees it. */
  advanceClock(millis: number): Promise<number>;
  /** Has the next random text of its length be this one, whichever process draws; answers how often that has happened so far. */
  repeatDraw(text: string | null, isNew?: boolean): Promise<number>;
  /** Has each request wait so many milliseconds after each look at what is stored; 0 leaves that again. */
  linger(millis: number): Promise<void>;
  /** Null when there is no such table. */
  rowCount(table: string): Promise<number | null>;
  /** What each component has counted since its start; those that are down are missing. */
  counters(): Promise<Counters["counters"]>;
  /** Lets each component's log say what it counted; fine when there is no supervisor any more. */
  sumUp(): Promise<void>;
  /** Waits until what was written so far is done and to be read everywhere, within bounds; answers what is not. */
  settle(): Promise<Unsettled[]>;
  /** Fills tables of the design, as the design's own role: all of it or nothing. */
  bulkInsert(inserts: BulkInsert[]): Promise<BulkInserted>;
  /** Puts a row into a table of the design, as the design's own role. */
  insertRow(row: InsertRow): Promise<InsertedRow>;
  /** What the processes did for these requests, at most 20; null when there is no supervisor any more. */
  trace(requests: string[]): Promise<Trace | null>;
  /** What the components said after line `after`, oldest first, at most 1,000 lines. */
  logs(after: number): Promise<LogLine[]>;
  /** Ends the deployment; answers once its components are gone. Fine when it is gone already. */
  stop(): Promise<void>;
}

export function controlOf(socketPath: string): Control {
  const ask = async (method: "GET" | "POST", path: string, body?: unknown): Promise<unknown> => {
    const answer = await send(socketPath, method, path, body);
    const said = await text(answer);
    if (answer.statusCode !== 200) throw new Error(`the supervisor answered ${answer.statusCode} to ${path}: ${said}`);
    return JSON.parse(said);
  };
  const gone = (error: unknown): null => {
    if (isGone(error)) return null;
    throw error;
  };
  return {
    touch: () =>
      ask("POST", "/touch").then(
        () => true,
        (error: unknown) => gone(error) ?? false,
      ),
    status: () => ask("GET", "/status").then((said) => SupervisorStatus.parse(said), gone),
    boot: (blueprint, tell, signal) => boot(socketPath, blueprint, tell, signal),
    advanceClock: async (millis) => Clock.parse(await ask("POST", "/clock/advance", { millis })).offsetMillis,
    linger: async (millis) => void (await ask("POST", "/linger", { millis })),
    repeatDraw: async (text, isNew = false) => Drawn.parse(await ask("POST", "/draws/repeat", { text, isNew })).times,
    rowCount: async (table) => RowCount.parse(await ask("GET", `/rows?table=${encodeURIComponent(table)}`)).count,
    counters: async () => Counters.parse(await ask("GET", "/counters")).counters,
    sumUp: () =>
      ask("POST", "/sum-up").then(
        () => {},
        (error: unknown) => void gone(error),
      ),
    settle: async () => Settled.parse(await ask("POST", "/settle")).unsettled,
    bulkInsert: async (inserts) => BulkInserted.parse(await ask("POST", "/rows/bulk", { inserts })),
    insertRow: async (row) => InsertedRow.parse(await ask("POST", "/rows", row)),
    trace: (requests) => ask("POST", "/trace", { requests }).then((said) => Trace.parse(said), gone),
    logs: async (after) => Logs.parse(await ask("GET", `/logs?after=${after}`)).lines,
    stop: () =>
      ask("POST", "/stop").then(
        () => {},
        (error: unknown) => void gone(error),
      ),
  };
}

async function boot(
  socketPath: string,
  blueprint: Blueprint,
  tell: (step: BootStep) => void,
  signal: AbortSignal,
): Promise<BootOutcome> {
  const answer = await send(socketPath, "POST", "/boot", blueprint, signal);
  let broken: unknown;
  try {
    for await (const line of createInterface({ input: answer })) {
      const said = BootLine.parse(JSON.parse(line));
      if ("outcome" in said) return said;
      tell(said);
    }
  } catch (error) {
    broken = error;
  }
  signal.throwIfAborted();
  throw new Error("the deployment's supervisor ended while it was starting; press Run again", { cause: broken });
}

function send(
  socketPath: string,
  method: string,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<IncomingMessage> {
  const headers = { host: "supervisor", ...(body === undefined ? {} : { "content-type": "application/json" }) };
  return new Promise((resolve, reject) => {
    const asked = request({ socketPath, method, path, headers, ...(signal === undefined ? {} : { signal }) }, resolve);
    asked.on("error", reject);
    asked.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

/** Nothing listens there, or it went while we asked. */
function isGone(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "ENOENT" || code === "ECONNREFUSED" || code === "ECONNRESET" || code === "EPIPE";
}
