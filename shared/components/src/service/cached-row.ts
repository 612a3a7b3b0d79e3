import { fillKey, holesIn } from "@proofroom/domain/design/key-template";
import type { PlainStep } from "@proofroom/domain/design/step";
import { millisOf } from "@proofroom/domain/infrastructure/duration";
import type { Cache } from "./cache.ts";
import { evaluate } from "./evaluate.ts";
import { isRecord, type Row, type Scope } from "./scope.ts";
import { equalTo } from "./where.ts";

type GetStep = Extract<PlainStep, { get: string }>;

/** A row as the cache holds it; null is one that it knows not to exist. */
type Held = { row: Row | null } | "unknown";

/** Reads a row through the cache: what the cache does not hold comes from `read` and is kept for the step's time. */
export async function throughCache(
  { by, cache: said }: GetStep,
  cache: Cache,
  scope: Scope,
  read: () => Promise<Row | null>,
): Promise<Row | null> {
  const wanted = (column: string): unknown => {
    const value = equalTo(by[column] ?? null);
    return value === undefined ? undefined : evaluate(value, scope);
  };
  const template = said?.key ?? "";
  const key = fillKey(template, wanted);
  if (key === null) return read();
  const held = decode(await cache.get(key));
  if (held !== "unknown") return held.row;
  const row = await read();
  // Asked for in another spelling than the row has it, it could not be forgotten when the row is written.
  if (row !== null && fillKey(template, (name) => row[name]) !== key) return row;
  const ttl = row === null ? said?.negative : said?.ttl;
  if (row === null && ttl === undefined) return null;
  await cache.put(key, encode(row), millisOf(ttl ?? ""));
  return row;
}

/** The key under which a row is kept; null where the row lacks a column of it. */
export const keyOfRow = (template: string, row: Row): string | null =>
  holesIn(template).length === 0 ? template : fillKey(template, (name) => row[name]);

const encode = (row: Row | null): string =>
  JSON.stringify({
    row: row === null ? null : Object.fromEntries(Object.entries(row).map(([k, v]) => [k, tagged(v)])),
  });

/** A time stays a time: `$row.until` may be compared and added to. */
const tagged = (value: unknown): unknown => (value instanceof Date ? { $time: value.toISOString() } : value);

function decode(text: string | null): Held {
  if (text === null) return "unknown";
  const held: unknown = parse(text);
  if (!isRecord(held) || !("row" in held)) return "unknown";
  if (held["row"] === null) return { row: null };
  if (!isRecord(held["row"])) return "unknown";
  return { row: Object.fromEntries(Object.entries(held["row"]).map(([k, v]) => [k, untagged(v)])) };
}

const untagged = (value: unknown): unknown =>
  isRecord(value) && typeof value["$time"] === "string" ? new Date(value["$time"]) : value;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
