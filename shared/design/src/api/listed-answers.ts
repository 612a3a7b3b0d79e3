import type { Node } from "yaml";
import { plainOf } from "../text/plain.ts";
import type { Tell } from "../text/report.ts";
import { endOf, type Entry, entriesOf, itemsOf, startOf, textOf } from "../text/yaml.ts";
import { partNamed } from "./part-words.ts";
import { schemaLike } from "./schema-like.ts";
import { readAnswers } from "./sketch/answers.ts";
import type { Answer } from "./sketch/draft.ts";
import type { Span } from "./sketch/nodes.ts";
import { type Scanner, scannerOf } from "./sketch/scanner.ts";

/** The text in which a list stands, with where what is wrong there is told. */
export interface Listing {
  text: string;
  tell: Tell;
}

export const spanOf = (node: Node | null): Span => ({ from: startOf(node), to: endOf(node) });

const status = /^\s*(?:[-=]>|→)?\s*([1-5]\d\d)(?!\d)/;

/** `201`, `201 (retry)`, `-> 404`: a key that is the status of what stands behind it. */
export const statusOf = (key: string): number | null => {
  const found = status.exec(key)?.[1];
  return found === undefined ? null : Number(found);
};

/** A status with a shape, statuses with theirs, a list of either, a text of them, or the shape of the answer by itself. */
export function answersOf(said: Node | null, usual: number, listing: Listing): Answer[] {
  if (said === null) return [];
  const items = itemsOf(said);
  const span = spanOf(said);
  if (items.length > 0 && items.every(saysStatus)) return items.flatMap((item) => answersOf(item, usual, listing));
  const text = textOf(said);
  if (text !== undefined) return textAnswers(said, text, usual, listing);
  const entries = entriesOf(said);
  if (entries.length > 0 && entries.every(({ key }) => statusOf(key) !== null || key === "default"))
    return entries.flatMap((entry) => ofStatus(entry, listing));
  const known = entries.find(isStatusKey);
  const rest = entries.filter((entry) => entry !== known && partNamed(entry.key) !== "headers");
  const inside = known !== undefined && rest.length === 1 ? (rest[0]?.value ?? null) : said;
  const schema = known !== undefined && rest.length === 0 ? undefined : shapeOf(inside);
  return [{ status: Number(textOf(known?.value) ?? usual), span, ...(schema === undefined ? {} : { schema }) }];
}

/** `201: {code}`, `404: unknown code`, `302: {Location: url}`. */
export function ofStatus({ key, keyNode, value }: Entry, { text }: Listing): Answer[] {
  const found = statusOf(key);
  if (found === null) return [];
  const span = spanOf(keyNode);
  const said = textOf(value);
  const notes = said ?? textOf(entriesOf(value).find((entry) => partNamed(entry.key) === "notes")?.value);
  const description = notes === undefined ? {} : { description: `${key.slice(String(found).length)} ${notes}`.trim() };
  const isLocated = /\blocation\b/i.test(text.slice(startOf(value), Math.min(endOf(value), startOf(value) + 500)));
  const located = isLocated && found < 300 ? { isLocated } : {};
  const schema = found >= 300 && found < 400 ? undefined : said === undefined ? shapeOf(value) : shownIn(value, text);
  return [{ status: found, span, ...description, ...located, ...(schema === undefined ? {} : { schema }) }];
}

/** Over what a text says, within its quotes. */
function scannerIn(node: Node | null, text: string): Scanner {
  const { from, to } = spanOf(node);
  const quote = /["']/.test(text[from] ?? "") ? 1 : 0;
  return scannerOf(text, from + quote, to - quote);
}

/** `"{ code, shortUrl }"`: a shape within a text. */
function shownIn(node: Node | null, text: string): Record<string, unknown> | undefined {
  return readAnswers(scannerIn(node, text), () => {}).find(({ schema }) => schema !== undefined)?.schema;
}

function textAnswers(node: Node, said: string, usual: number, { text, tell }: Listing): Answer[] {
  const read = readAnswers(scannerIn(node, text), tell);
  const [only, other] = read;
  if (only === undefined) return [{ status: usual, span: spanOf(node) }];
  const isUnsaid = other === undefined && !/\b[1-5]\d\d\b/.test(said);
  return isUnsaid ? [{ ...only, status: usual }] : read.map((one) => ({ ...one, description: said }));
}

const isStatusKey = ({ key, value }: Entry): boolean =>
  /^(?:status|statuscode|code)$/i.test(key) && /^[1-5]\d\d$/.test(textOf(value) ?? "");

const saysStatus = (item: Node): boolean =>
  statusOf(textOf(item) ?? "") !== null ||
  entriesOf(item).some((entry) => isStatusKey(entry) || statusOf(entry.key) !== null);

const around = new Set(["body", "headers", "status", "query", "params"]);
const described = new Set(["description", "summary", "schema", "example", "body", "headers", "content"]);

/** What else stands beside a `body`; a body alone may have a field of any of these names. */
export const isAroundBody = (keys: readonly string[]): boolean =>
  keys.includes("body") && keys.every((key) => around.has(key));

/** `{"body": {…}}` and `{description, schema: {…}}` are what stands in them. */
function unwrapped(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value);
  const keys = entries.map(([key]) => key);
  const inside = entries.find(([key]) => key === "body" || key === "schema" || key === "example");
  const isWrapper = keys.includes("description") && keys.every((key) => described.has(key));
  if (isAroundBody(keys) || isWrapper) return inside?.[1];
  return value;
}

/** The shape that a value shows; a text or nothing shows none. */
export function shapeOf(node: Node | null): Record<string, unknown> | undefined {
  const value = unwrapped(plainOf(node));
  return typeof value === "object" && value !== null ? schemaLike(value) : undefined;
}
