import { nearest } from "../../text/nearest.ts";
import type { Tell } from "../../text/report.ts";
import { type Scanner, skip, take } from "./scanner.ts";
import { typeMeant, typeNamed, typeNames, typeOfExample } from "./types.ts";

type Schema = Record<string, unknown>;

const deepest = 20;

/**
 * Reads `{url: uri, alias?: string(4..32)}`, `[{code}]`, `string[]` or a JSON example as a JSON Schema. Fields that are
 * named without quotes are required unless they carry a `?`; those of an example are not.
 */
export function readShape(scanner: Scanner, tell: Tell, depth = 0): Schema {
  skip(scanner);
  if (depth > deepest) return {};
  const at = scanner.at;
  const schema =
    take(scanner, /\{/y) !== null ? readFields(scanner, tell, depth, at) : readItemOrType(scanner, tell, depth);
  let whole = schema;
  while (take(scanner, /\[\s*\]/y) !== null) whole = { type: "array", items: whole };
  return whole;
}

function readItemOrType(scanner: Scanner, tell: Tell, depth: number): Schema {
  const opensAt = scanner.at;
  if (take(scanner, /\[/y) === null) return readTypes(scanner, tell);
  skip(scanner);
  const items = take(scanner, /\]/y) === null ? readShape(scanner, tell, depth + 1) : null;
  if (items === null) return { type: "array" };
  // An example shows several, alike.
  while (take(scanner, /\s{0,200},\s{0,200}(?=[{["\d-])/y) !== null) readShape(scanner, tell, depth + 1);
  if (take(scanner, /[^\]\n]{0,200}\]|[\s,.…]{0,200}\]/y) === null && scanner.at >= scanner.end)
    tellOpen(opensAt, "[", tell);
  return { type: "array", items };
}

function readFields(scanner: Scanner, tell: Tell, depth: number, opensAt: number): Schema {
  const properties: Record<string, Schema> = {};
  const required: string[] = [];
  let unread: number | undefined;
  for (;;) {
    skip(scanner);
    if (scanner.at >= scanner.end) tellOpen(opensAt, "{", tell);
    if (scanner.at >= scanner.end || take(scanner, /\}/y) !== null) break;
    if (take(scanner, /[,;]|\.{3}|…/y) !== null) continue;
    const from = scanner.at;
    const quoted = take(scanner, quotes);
    const name = quoted?.slice(1, -1) ?? take(scanner, /[\p{L}_$@][\p{L}\p{N}_$.@-]*/uy);
    if (name === null && /^(?:-{1,4}>|={1,4}>|[→⇒⟶➜])/.test(scanner.text.slice(from, from + 5))) {
      tellOpen(opensAt, "{", tell);
      break;
    }
    if (name === null) {
      unread ??= from;
      if (take(scanner, /[^,;{}\n]{1,200}/y) === null) scanner.at += 1;
      continue;
    }
    const isOptional = take(scanner, /\s*\?/y) !== null;
    const begins = scanner.at;
    const schema = take(scanner, /\s*:/y) === null ? {} : readValue(scanner, tell, depth);
    const isSaidOptional = /\boptional\b/i.test(scanner.text.slice(begins, scanner.at));
    if (name !== "__proto__") properties[name] = schema;
    if (quoted === null && !isOptional && !isSaidOptional && take(scanner, /\?/y) === null) required.push(name);
  }
  if (unread !== undefined) {
    const isRead = scanner.isBelow === true || Object.keys(properties).length > 0;
    const message = "A field is a name, with its type behind a colon: {url: uri, alias?: string}.";
    tell({ severity: isRead ? "warning" : "error", rule: "sketch", message, from: unread, to: unread + 1 });
  }
  return { type: "object", ...(required.length === 0 ? {} : { required }), properties };
}

const quotes = /"(?:[^"\\\n]|\\.)*"|'[^'\n]*'/y;

/** What else is said of a value up to its comma: `17 or null`, `string, max 10`. */
const surplus =
  /[ \t]{1,20}(?!["']?[\p{L}_$@][\p{L}\p{N}_$.@-]{0,60}["']?\??[ \t]{0,9}:|-{1,4}>|={1,4}>|\/\/)[^\s,;{}[\]"'#?…→⇒⟶➜]+/uy;

function readValue(scanner: Scanner, tell: Tell, depth: number): Schema {
  const schema = readShape(scanner, tell, depth + 1);
  while (take(scanner, surplus) !== null);
  return schema;
}

function tellOpen(from: number, sign: "{" | "[", tell: Tell): void {
  const message = `${sign} is not closed; end it with ${sign === "{" ? "}" : "]"}.`;
  tell({ severity: "error", rule: "sketch", message, from, to: from + 1 });
}

/** Passes over a brace that closes nothing, and tells it. */
export function tellSurplus(scanner: Scanner, tell: Tell): boolean {
  const from = scanner.at;
  if (take(scanner, /\}/y) === null) return false;
  const edits = [{ document: "api" as const, from, to: from + 1, insert: "" }];
  const message = "} closes nothing here; remove it, or open it before.";
  tell({ severity: "error", rule: "sketch", message, from, to: from + 1, fixes: [{ label: "Remove it", edits }] });
  return true;
}

/** `string(4..32)`, `"a" | "b"`, `enum(a, b)`, `3`, `null`. */
function readTypes(scanner: Scanner, tell: Tell): Schema {
  const bare = wordsApart(scanner);
  if (bare !== null) return { enum: bare };
  const values: unknown[] = [];
  const types: Schema[] = [];
  do {
    skip(scanner);
    const literal = take(
      scanner,
      /"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?(?![\w-])|(?:true|false|null)\b/y,
    );
    if (literal === null) types.push(readType(scanner, tell));
    else values.push(valueOf(literal));
  } while (take(scanner, /\s*\|(?!\s*\d{3}\b)/y) !== null);
  const default_ = take(scanner, /\s*=\s*[\w.-]+/y)?.replace(/^\s*=\s*/, "");
  const isNullable = values.includes(null) && types.length > 0;
  const known = types[0] ?? (values.length > 1 ? { enum: values } : exampleOf(values[0]));
  const type = isNullable && known["type"] !== undefined ? { ...known, type: [known["type"], "null"].flat() } : known;
  return default_ === undefined ? type : { ...type, default: valueOf(default_) };
}

/** `free|held|sold`: words none of which is a type are the values themselves. */
function wordsApart(scanner: Scanner): string[] | null {
  const begins = scanner.at;
  const words = take(
    scanner,
    /\s{0,9}[\p{L}_][\p{L}\p{N}_-]{0,60}(?:\s{0,9}[|/]\s{0,9}[\p{L}_][\p{L}\p{N}_-]{0,60}){1,40}/uy,
  )
    ?.split(/[|/]/)
    .map((word) => word.trim());
  if (words?.every((word) => typeNamed(word) === undefined && !isLiteral.test(word)) === true) return words;
  scanner.at = begins;
  return null;
}

const isLiteral = /^(?:true|false|null|enum)$/i;

function readType(scanner: Scanner, tell: Tell): Schema {
  const from = scanner.at;
  // `<id or null>` stands for a value.
  const placeholder = take(scanner, /<[^<>{}\n]{0,80}>/y);
  if (placeholder !== null) return typeMeant(placeholder.slice(1, -1)) ?? {};
  const word = take(scanner, /[\p{L}_][\p{L}\p{N}_-]*/uy);
  if (word === null) return {};
  if (word.toLowerCase() === "enum") {
    const inside = take(scanner, /\s{0,9}\([^()]{0,500}\)/y);
    return {
      enum: (inside ?? "")
        .split(/[(),|]/)
        .map((one) => one.trim().replaceAll('"', ""))
        .filter((one) => one !== ""),
    };
  }
  const known = typeMeant(word);
  const range = take(scanner, /\(\s*\d*\s*(?:\.\.|,|-)?\s*\d*\s*\)/y);
  if (known === undefined) {
    const meant = nearest(word, typeNames);
    const message = `${word} is no type here${meant === undefined ? "" : `; ${meant} was probably meant`}. It is read as anything; there are string, int, number, bool, uri, uuid, time and enum(a, b).`;
    tell({ severity: "warning", rule: "sketch-type", message, from, to: scanner.at });
    return {};
  }
  return range === null ? typeAside(scanner, known) : { ...known, ...boundsOf(known, range) };
}

/** `string (uri)` is a URI; other words in brackets say nothing of a type. */
function typeAside(scanner: Scanner, known: Schema): Schema {
  const aside = take(scanner, /[ \t]{0,9}\([^()\n]{0,80}\)/y);
  const inside = aside === null ? undefined : typeNamed(aside.replaceAll(/[()\s]/g, ""));
  return inside === undefined || Object.keys(inside).length === 0 ? known : inside;
}

/** `(4..32)`, `(..32)`, `(4..)`, `(32)`: lengths of a text, else values. */
function boundsOf({ type }: Schema, range: string): Schema {
  const [, low = "", dots, high = ""] = /\(\s*(\d*)\s*(\.\.|,|-)?\s*(\d*)\s*\)/.exec(range) ?? [];
  const [least, most] = dots === undefined ? ["", low] : [low, high];
  const [min, max] = type === "string" ? ["minLength", "maxLength"] : ["minimum", "maximum"];
  return {
    ...(least === "" ? {} : { [min]: Number(least) }),
    ...(most === "" ? {} : { [max]: Number(most) }),
  };
}

const exampleOf = (value: unknown): Schema =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? typeOfExample(value) : {};

function valueOf(literal: string): unknown {
  try {
    return JSON.parse(literal);
  } catch {
    return literal.replaceAll(/["']/g, "");
  }
}
