import type { Node } from "libpg-query";
import { isRecord } from "../bind/fields.ts";

const hashes = new Set(["md5", "sha224", "sha256", "sha384", "sha512", "digest"]);
const cases = new Set(["lower", "upper"]);
/** What writes a hash otherwise, or readies a text for it. */
const around = new Set(["encode", "decode", "convert_to", "concat", "concat_ws", "trim", "btrim"]);

/** The columns of which an expression is a whole hash, `decode(md5(url), 'hex')`: alike where they are, and nowhere else. */
export function hashOf(expression: Node | undefined): string[] | undefined {
  const { columns, called } = madeOf(expression);
  const isWhole = called.every((name) => hashes.has(name) || around.has(name));
  return isWhole && called.some((name) => hashes.has(name)) ? columns : undefined;
}

/** The same of one that has them in one case first, `md5(lower(url))`, or has them so and no hash: alike also where they differ in case alone. */
export function foldedOf(expression: Node | undefined): string[] | undefined {
  const { columns, called } = madeOf(expression);
  const isWhole = called.every((name) => hashes.has(name) || around.has(name) || cases.has(name));
  return isWhole && called.some((name) => cases.has(name)) ? columns : undefined;
}

/** What an expression names and calls; no columns where it names one that is none. */
function madeOf(expression: Node | undefined): { columns?: string[]; called: string[] } {
  const columns = new Set<string>();
  const called = new Set<string>();
  const open: unknown[] = [expression];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (Array.isArray(next)) open.push(...next.filter(isNode));
    if (!isRecord(next)) continue;
    for (const [key, node] of Object.entries(next)) {
      if (key === "ColumnRef" && isRecord(node)) columns.add(lastOf(node["fields"]));
      else if (key === "FuncCall" && isRecord(node)) called.add(lastOf(node["funcname"]));
      if (key !== "ColumnRef" && isNode(node)) open.push(node);
    }
  }
  return columns.size > 0 && !columns.has("")
    ? { columns: [...columns], called: [...called] }
    : { called: [...called] };
}

const isNode = (value: unknown): boolean => typeof value === "object" && value !== null;

function lastOf(names: unknown): string {
  const last: unknown = Array.isArray(names) ? names.at(-1) : undefined;
  const text = isRecord(last) ? last["String"] : undefined;
  return isRecord(text) && typeof text["sval"] === "string" ? text["sval"] : "";
}
