import { createHash } from "node:crypto";
import type { RunLogLine } from "@proofroom/domain/run/run";

const escape = String.fromCodePoint(27);
const ansi = new RegExp(`${escape}\\[[0-9;?]*[ -/]*[@-~]`, "g");

/** A line without what differs each time: colours, times, ids, addresses, numbers and quoted values. */
export const templateOf = (line: string): string =>
  line
    .replaceAll(ansi, "")
    .replaceAll(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z| UTC|[+-]\d\d:?\d\d)?/g, "<time>")
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, "<id>")
    .replaceAll(/\b(\d{1,3}\.){3}\d{1,3}(:\d+)?\b/g, "<address>")
    .replaceAll(/"[^"]*"|'[^']*'/g, "<value>")
    .replaceAll(/\b0x[0-9a-f]+\b|\b[0-9a-f]{12,}\b/gi, "<id>")
    .replaceAll(/\d+(\.\d+)?/g, "<n>")
    .replaceAll(/\s+/g, " ")
    .trim();

/** The same failure has the same fingerprint, whatever ids and times it carries. */
export function fingerprintOf(stage: string, observed: readonly string[], lines: readonly RunLogLine[]): string {
  const templates = [...new Set([...observed, ...lines.map(({ line }) => line)].map(templateOf))].toSorted();
  return createHash("sha256")
    .update(JSON.stringify([stage, templates]))
    .digest("hex");
}

/** What a database says at each start, once, and is no news. */
const usual =
  /^(?:\d{4}-\S+ \S+ \S+ (?:\[\d+\] )?)?LOG: +(?:starting PostgreSQL|listening on|database system (?:was shut|is ready))/;

/** The lines whose shape is the rarest, in their own order: what happened once says more than what happens always. */
export function rarestLines(all: readonly RunLogLine[], most = 10): RunLogLine[] {
  const lines = all.filter(({ line }) => !usual.test(line));
  const byTemplate = Map.groupBy(lines, ({ line }) => templateOf(line));
  const ranked = [...byTemplate.values()].toSorted((a, b) => a.length - b.length);
  const chosen = new Set(ranked.flatMap((group) => group.slice(-1)).slice(0, most));
  return lines.filter((line) => chosen.has(line));
}
