import { type Exchange, requestIdHeader, type TestResult } from "@proofroom/domain/judge/result";
import type { Hop, TracedStatement } from "@proofroom/domain/judge/trace";

/** One request of a test with its way through the processes. */
export interface Call {
  exchange: Exchange;
  isDeciding: boolean;
  hops: Hop[];
}

/** The requests of a test, the one that decided it first, then those that led there, oldest first. */
export function callsOf({ request, response, millis, clockMoved, before = [], trace }: TestResult): Call[] {
  const call = (exchange: Exchange, isDeciding: boolean): Call => {
    const id = exchange.request.headers[requestIdHeader];
    return { exchange, isDeciding, hops: trace?.hops.filter((hop) => hop.request === id) ?? [] };
  };
  const led = before.map((exchange) => call(exchange, false));
  if (request === undefined) return led;
  return [call({ request, response: response ?? null, millis: millis ?? 0, clockMoved }, true), ...led];
}

/** A bar of the timeline; places are shares of the whole, 0 to 1. */
export interface Bar {
  who: string;
  what: string;
  from: number;
  share: number;
  millis: number;
  tone: "hop" | "statement" | "ask" | "refused";
}

/** When each process and statement worked, from the first to the last. */
export function barsOf(hops: readonly Hop[]): Bar[] {
  const all = inStep(hops).flatMap((hop) => {
    const start = Date.parse(hop.at);
    return [
      { at: hop.at, start, millis: hop.millis, who: hop.component, what: endOf(hop), tone: "hop" as const },
      ...hop.statements.map((statement) => ({
        at: statement.at,
        start: startWithin(hop, statement),
        millis: statement.millis,
        who: statement.standby ?? "database",
        what: verbOf(statement),
        tone: statement.refused === undefined ? ("statement" as const) : ("refused" as const),
      })),
      ...(hop.asks ?? []).map((ask) => ({
        at: ask.at,
        start: startWithin(hop, ask),
        millis: ask.millis,
        who: ask.to,
        what: `${ask.what}: ${ask.came}`,
        tone: ask.isRefused ? ("refused" as const) : ("ask" as const),
      })),
    ];
  });
  const from = Math.min(...all.map(({ start }) => start));
  const end = Math.max(...all.map(({ start, millis }) => start + millis));
  const whole = Math.max(end - from, 0.1);
  const inOrder = all.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return inOrder.map(({ at: _at, start, ...bar }) => ({
    ...bar,
    from: (start - from) / whole,
    share: Math.max(0.004, bar.millis / whole),
  }));
}

/** Times are told in whole milliseconds: what seems to end by less than one after its request ended with it. */
function startWithin(hop: Hop, { at, millis }: { at: string; millis: number }): number {
  const start = Date.parse(at);
  const late = start + millis - (Date.parse(hop.at) + hop.millis);
  return late > 0 && late <= 1 ? start - late : start;
}

const depths: Record<Hop["kind"], number> = { cdn: 0, gateway: 1, service: 2, worker: 3 };

/**
 * Each process tells the time by its own clock, milliseconds apart: one that was asked seems to answer later than the one
 * that asked. What fits into its asker's time is moved there; what lasted longer was really given up on, and stays.
 */
function inStep(hops: readonly Hop[]): Hop[] {
  const placed: Hop[] = [];
  for (const hop of hops.toSorted((a, b) => depths[a.kind] - depths[b.kind])) {
    const asker = hop.kind === "worker" ? undefined : placed.findLast(({ kind }) => depths[kind] < depths[hop.kind]);
    const early = asker === undefined ? 0 : Date.parse(asker.at) - Date.parse(hop.at);
    const spare = asker === undefined ? 0 : asker.millis - hop.millis;
    const move = asker === undefined || spare < 0 ? 0 : early > 0 ? early : Math.min(0, early + spare);
    placed.push(moved(hop, move));
  }
  return placed;
}

function moved(hop: Hop, millis: number): Hop {
  if (millis === 0) return hop;
  const later = <T extends { at: string }>(one: T): T => ({
    ...one,
    at: new Date(Date.parse(one.at) + millis).toISOString(),
  });
  return { ...later(hop), statements: hop.statements.map(later), asks: hop.asks?.map(later) };
}

/** How a request ended at a process, in a few words; a message is no request and gets no answer. */
export function endOf({ kind, status, how }: Hop): string {
  const said = how === undefined ? "" : ` (${how})`;
  if (kind !== "worker") return `answered ${status}${said}`;
  return status < 400 ? `did what it was sent${said}` : `refused what it was sent${said}`;
}

/** How many statements the database took and refused none of; null where it refused one, or was sent none. */
export function unrefused(hops: readonly Hop[]): number | null {
  const sent = hops.flatMap(({ statements }) => statements);
  return sent.length === 0 || sent.some(({ refused }) => refused !== undefined) ? null : sent.length;
}

/** `insert`, `begin`: what a statement does, in its own first word. */
const verbOf = ({ text }: Pick<TracedStatement, "text">): string => /^\s*(\w+)/.exec(text)?.[1] ?? "statement";

/** Statements in their order, together where one step of the endpoint sent them. */
export function byStep(statements: readonly TracedStatement[]) {
  const groups: { step: TracedStatement["step"]; statements: TracedStatement[] }[] = [];
  for (const statement of statements) {
    const last = groups.at(-1);
    const isSame = last?.step?.line === statement.step?.line && last?.step?.words === statement.step?.words;
    if (last !== undefined && isSame) last.statements.push(statement);
    else groups.push({ step: statement.step, statements: [statement] });
  }
  return groups;
}

/** The line of the schema on which a table is made, from 1; null where it is not found. */
export function lineOfTable(schema: string, table: string): number | null {
  const name = table.toLowerCase().replaceAll('"', "");
  const at = schema.split("\n").findIndex((line) => {
    const made = /^\s*create\s+(?:unlogged\s+)?table\s+(?:if\s+not\s+exists\s+)?([\w."]+)/i.exec(line)?.[1];
    return made?.toLowerCase().replaceAll('"', "").split(".").at(-1) === name.split(".").at(-1);
  });
  return at === -1 ? null : at + 1;
}

/** The table that a statement is about. */
export const tableOf = ({ text }: Pick<TracedStatement, "text">): string | null =>
  /\b(?:from|into|update)\s+((?:"[^"]+"|\w+)(?:\.(?:"[^"]+"|\w+))?)/i.exec(text)?.[1]?.replaceAll('"', "") ?? null;
