import { type Given, givenIn, namesIn, textIn } from "./calls.ts";
import { plural, snake } from "./names.ts";
import { insideOf, type Part, partsOf } from "./parts.ts";
import { readTableLine, tableOfRails } from "./rails-table.ts";
import { columnOf, isOneOf, type ModelTable, type Piece, sqlText } from "./table.ts";

/** What a `do`, `def` or `class` of Ruby is about, until its `end`. */
type Frame = { table: ModelTable; by: string } | "undo" | "model" | "other";

/** `schema.rb`, or migrations of Rails, as tables; models beside them stay as comments. */
export function readRails(text: string): Piece[] {
  const pieces: Piece[] = [];
  const tables = new Map<string, ModelTable>();
  const open: Frame[] = [];
  const enums: { owner: string; given: Given }[] = [];
  let owner = "";
  for (const part of partsOf(text, "#", "\n")) {
    const { code, comment } = part;
    const frame = open.at(-1);
    if (/^end\b/.test(code)) {
      open.pop();
      if (frame === "model") pieces.push({ remark: code });
      continue;
    }
    const next = opened(code, frame, tables, pieces);
    if (next !== null) open.push(next);
    if (next === "model") owner = /^class (\w+)/.exec(code)?.[1] ?? owner;
    if (frame === "model" && /^enum\b/.test(code)) enums.push({ owner, given: callOf(code).given });
    if (frame === "undo" || next === "undo" || isFrame.test(code)) continue;
    if (typeof frame === "object" && next === null) readInside(frame, part);
    else if (next === null || next === "model") {
      if (frame === "model" || next === "model" || !readStatement(code, tables, pieces))
        pieces.push({ remark: said(code, comment) });
    } else if (comment !== "") pieces.push({ remark: comment });
  }
  for (const { owner: model, given } of enums) tellValues(tables.get(plural(snake(model))), given);
  return pieces;
}

const said = (code: string, comment: string): string =>
  code === "" || comment === "" ? code + comment : `${code}  # ${comment}`;

const isFrame =
  /^(?:class \w+ < ActiveRecord::Migration|ActiveRecord::Schema|def (?:change|up|self\.up)\b|reversible do|(?:dir|direction)\.up do|safety_assured do)/;

/** What a line opens; null where it opens nothing. */
function opened(
  code: string,
  frame: Frame | undefined,
  tables: Map<string, ModelTable>,
  pieces: Piece[],
): Frame | null {
  if (/^(?:def (?:self\.)?down\b|(?:dir|direction)\.down do|down do)/.test(code)) return "undo";
  const [head, by = ""] = /\bdo\s*(?:\|\s*(\w+)[^|]*\|)?$/.exec(code) ?? [];
  if (/^(?:create_table|change_table)\b/.test(code)) {
    const { given } = callOf(head === undefined ? code : code.slice(0, -head.length));
    const name = textIn(given.placed[0]) ?? "";
    const table = code.startsWith("change") ? tables.get(name) : tableOfRails(given);
    if (table === undefined) return head === undefined ? null : "other";
    if (!tables.has(name)) pieces.push(table);
    tables.set(name, table);
    return head === undefined ? null : { table, by };
  }
  if (/^class \w+ < (?!ActiveRecord::Migration)/.test(code) || frame === "model")
    return head !== undefined || /^(?:class|module|def|if|unless|case|begin)\b/.test(code) ? "model" : null;
  if (frame === "undo") return head !== undefined || /^(?:def|if|unless|case|begin)\b/.test(code) ? "undo" : null;
  return head !== undefined || /^(?:class|module|def|if|unless|case|begin)\b/.test(code) ? "other" : null;
}

/** `add_index "links", ["code"], unique: true`, with or without brackets. */
function callOf(code: string): { name: string; given: Given } {
  const [head = "", name = ""] = /^(?:\w+\.)?(\w+[?!]?)\s*/.exec(code) ?? [];
  const rest = code.slice(head.length);
  const inside = rest.startsWith("(") ? insideOf(rest, 0, "#") : rest;
  return { name, given: givenIn(inside, "#") };
}

function readInside({ table, by }: { table: ModelTable; by: string }, { code, comment }: Part): void {
  const { name, given } = callOf(code);
  if (code === "" || !code.startsWith(`${by}.`) || !readTableLine(table, name, given, comment))
    table.lines.push(said(code, comment));
}

/** Reads what stands outside of a table; false where it says nothing that SQL can. */
function readStatement(code: string, tables: ReadonlyMap<string, ModelTable>, pieces: Piece[]): boolean {
  const { name, given } = callOf(code);
  const first = textIn(given.placed[0]) ?? "";
  if (name === "create_table" || name === "drop_table") return name === "create_table";
  if (name === "down" || name === "up") {
    const inside = /\{\s*(.*?)\s*\}$/s.exec(code)?.[1];
    return inside !== undefined && (name === "down" || readStatement(inside, tables, pieces));
  }
  if (name === "enable_extension") {
    if (first !== "plpgsql") pieces.push({ sql: `create extension if not exists "${first}"` });
    return true;
  }
  if (name === "create_enum") {
    const values = namesIn(given.placed[1], "#");
    if (values.length > 0) pieces.push({ sql: `create type ${first} as enum (${values.map(sqlText).join(", ")})` });
    return values.length > 0;
  }
  if (name === "execute") {
    const sql = textIn(given.placed[0]);
    if (sql !== null) pieces.push({ sql });
    return sql !== null;
  }
  const table = tables.get(first);
  if (table === undefined) return false;
  const rest = { ...given, placed: given.placed.slice(1) };
  if (name.startsWith("add_")) return readTableLine(table, name.slice("add_".length), rest, "");
  const column = columnOf(table, textIn(rest.placed[0]) ?? "");
  if (name !== "change_column_null" || column === undefined) return false;
  column.isNullable = rest.placed[1] !== "false";
  return true;
}

/** `enum :status, { held: 0, sold: 1 }`: what the numbers of a column stand for, or which texts it takes. */
function tellValues(table: ModelTable | undefined, { placed, named }: Given): void {
  const [[field, inline] = ["", ""]] = [...named].filter(([, value]) => /^[[{]/.test(value));
  const name = textIn(placed[0]) ?? field;
  const written = placed[1] ?? inline;
  const column = table === undefined ? undefined : columnOf(table, name);
  if (column === undefined || written === undefined) return;
  const pairs = written.startsWith("{")
    ? [...givenIn(written.slice(1, -1), "#").named].map(([label, value]) => [textIn(value) ?? value, label] as const)
    : namesIn(written, "#").map((label, n) => [String(n), label] as const);
  if (pairs.length === 0) return;
  column.check = isOneOf(
    column.name,
    pairs.map(([value]) => value),
  );
  if (pairs.every(([value]) => /^\d+$/.test(value)))
    column.comment = pairs.map(([value, label]) => `${value} = ${label}`).join(", ");
}
