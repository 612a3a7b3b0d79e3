import { bare } from "../dialect.ts";
import { type Given, givenIn, itemsIn, textIn, type Word, wordsIn } from "./calls.ts";
import { insideOf, partsOf } from "./parts.ts";
import { prismaDefault, typeOfPrisma } from "./prisma-columns.ts";
import { addUnique, columnOf, isOneOf, type ModelTable, newTable, type Piece, together } from "./table.ts";

interface Block {
  kind: string;
  name: string;
  body: string;
}

/** Models of Prisma as tables: `"ShortLink"` without `@@map`, as Prisma names them. */
export function readPrisma(text: string): Piece[] {
  const parts = partsOf(text, "//", "\n");
  const blocks = parts.flatMap(({ code }) => blockOf(code) ?? []);
  const of = (kind: string) => blocks.filter((block) => block.kind === kind);
  const enums = new Map(of("enum").map(({ name, body }) => [name, labelsIn(body)]));
  const names = new Map(of("model").map(({ name, body }) => [name, mappedName(name, body)]));
  return parts.flatMap(({ code, comment }): Piece[] => {
    const block = blockOf(code);
    const said = comment === "" ? [] : [{ remark: comment }];
    if (block?.kind === "model") return [...said, tableOf(block, { enums, names })];
    if (/^(?:generator|datasource|enum)\b/.test(code)) return said;
    return code === "" ? said : [...said, { remark: code }];
  });
}

function blockOf(code: string): Block | null {
  const [head, kind = "", name = ""] = /^(\w+)\s+(\w+)\s*(?=\{)/.exec(code) ?? [];
  return head === undefined ? null : { kind, name, body: insideOf(code, head.length, "//") };
}

/** Label → how the database has it. */
const labelsIn = (body: string): Map<string, string> =>
  new Map(
    partsOf(body, "//", "\n").flatMap(({ code }) => {
      const [, label, mapped] = /^(\w+)(?:\s+@map\("([^"]*)"\))?/.exec(code) ?? [];
      return label === undefined ? [] : [[label, mapped ?? label]];
    }),
  );

const mappedName = (name: string, body: string): string => /@@map\((?:name:\s*)?"([^"]+)"/.exec(body)?.[1] ?? name;

interface Known {
  enums: ReadonlyMap<string, ReadonlyMap<string, string>>;
  names: ReadonlyMap<string, string>;
}

function tableOf({ name, body }: Block, known: Known): ModelTable {
  const table = newTable(known.names.get(name) ?? name);
  const columns = new Map<string, string>();
  const lines = partsOf(body, "//", "\n");
  for (const { code } of lines) {
    const field = /^(\w+)\s/.exec(code)?.[1];
    if (field !== undefined) columns.set(field, textIn(attribute(code, "map")?.placed[0]) ?? field);
  }
  for (const { code, comment } of lines) {
    if (code === "") table.lines.push(comment);
    else if (code.startsWith("@@")) readWhole(code, comment, table, columns);
    else readField(code, comment, table, { ...known, columns });
  }
  return table;
}

/** `@unique`, `@default(now())`, `@db.VarChar(8)`, as words; a `@` inside of brackets is none. */
const attributesIn = (code: string): Word[] =>
  wordsIn(code, "//").filter(({ before }) => before === "@" || before === ".");

function attribute(code: string, name: string): Given | null {
  const found = attributesIn(code).find((one) => one.name === name);
  return found === undefined ? null : givenIn(found.inside ?? "", "//");
}

function readField(
  code: string,
  comment: string,
  table: ModelTable,
  { enums, names, columns }: Known & { columns: ReadonlyMap<string, string> },
): void {
  const [, field = "", type = "", how = ""] = /^(\w+)\s+(\w+(?:\("[^"]*"\))?)(\[\]|\?)?/.exec(code) ?? [];
  if (names.has(type)) return readRelation(code, names.get(type) ?? type, table, columns);
  const attributes = attributesIn(code);
  const labels = enums.get(type);
  const name = columns.get(field) ?? field;
  const sql = labels === undefined ? typeOfPrisma(type, attributes) : "varchar";
  if (sql === null) {
    table.lines.push(comment === "" ? code : `${code} // ${comment}`);
    return;
  }
  const has = (one: string): boolean => attributes.some((word) => word.name === one && word.before === "@");
  const made = prismaDefault(attribute(code, "default")?.placed[0], has("updatedAt"), has("id"), labels);
  table.lines.push({
    name,
    type: how === "[]" ? `${sql}[]` : sql,
    isNullable: how !== "",
    isKey: has("id"),
    isUnique: has("unique"),
    isCounted: made.isCounted,
    default: made.sql,
    check: labels === undefined ? undefined : isOneOf(name, [...labels.values()]),
    comment: together(comment, made.left),
  });
}

/** `seat Seat @relation(fields: [seatId], references: [id])`; the other side of one says nothing. */
function readRelation(code: string, to: string, table: ModelTable, columns: ReadonlyMap<string, string>): void {
  const named = attribute(code, "relation")?.named;
  const fields = itemsIn(named?.get("fields"), "//").map((field) => columns.get(field) ?? field);
  if (named === undefined || fields.length === 0) return;
  const there = itemsIn(named.get("references"), "//");
  const rule = { Cascade: "on delete cascade", SetNull: "on delete set null" }[named.get("onDelete") ?? ""];
  const [field = ""] = fields;
  const column = fields.length === 1 ? columnOf(table, field) : undefined;
  const refers = { table: to, onDelete: rule };
  if (column === undefined) table.foreign.push({ columns: fields, refers, columnsThere: there });
  else column.refers = { ...refers, column: there[0] };
}

/** `@@unique([a, b])` and what else is said of the whole model. */
function readWhole(code: string, comment: string, table: ModelTable, columns: ReadonlyMap<string, string>): void {
  const [, kind = ""] = /^@@(\w+)/.exec(code) ?? [];
  const given = givenIn(insideOf(code, code.indexOf("("), "//"), "//");
  const items = itemsIn(given.named.get("fields") ?? given.placed[0], "//");
  const names = items.map((item) => /^\w+/.exec(item)?.[0] ?? item).map((field) => columns.get(field) ?? field);
  const where = textIn(/^raw\((.*)\)$/s.exec(given.named.get("where") ?? "")?.[1]) ?? undefined;
  if (comment !== "") table.lines.push(comment);
  if (given.named.has("where") && where === undefined) table.lines.push(code);
  else if (kind === "id") table.key = names;
  else if (kind === "unique") addUnique(table, names, where);
  else if (kind === "index") {
    const written = names.map((name, n) => `${bare(name)}${/sort:\s*Desc/.test(items[n] ?? "") ? " desc" : ""}`);
    table.indexes.push({ columns: written, where, using: given.named.get("type")?.toLowerCase() });
  } else if (kind !== "map" && kind !== "schema") table.lines.push(code);
}
