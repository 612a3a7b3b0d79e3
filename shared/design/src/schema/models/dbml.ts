import { bare } from "../dialect.ts";
import { givenIn, textIn } from "./calls.ts";
import { insideOf, partsOf } from "./parts.ts";
import { addUnique, columnOf, isOneOf, literalSql, type ModelTable, newTable, type Piece, together } from "./table.ts";

const types: Record<string, string> = {
  datetime: "timestamptz",
  string: "varchar",
  int: "integer",
  number: "integer",
  double: "double precision",
  float: "double precision",
  json: "jsonb",
  bool: "boolean",
  tinyint: "smallint",
  blob: "bytea",
};

type Enums = ReadonlyMap<string, readonly string[]>;

/** A diagram of dbdiagram.io as tables. */
export function readDbml(text: string): Piece[] {
  const parts = partsOf(text, "//", "\n");
  const enums: Enums = new Map(
    parts.flatMap(({ code }) => {
      const name = /^enum\s+([\w."]+)\s*\{/i.exec(code)?.[1];
      return name === undefined ? [] : [[plainName(name), labelsIn(code)]];
    }),
  );
  const tables = new Map<string, ModelTable>();
  const aliases = new Map<string, string>();
  const pieces = parts.flatMap(({ code, comment }): Piece[] => {
    const said: Piece[] = comment === "" ? [] : [{ remark: comment }];
    const [head, name = "", alias] = /^table\s+([\w."]+)(?:\s+as\s+(\w+))?[^{]*(?=\{)/i.exec(code) ?? [];
    if (head === undefined) {
      const isKnown = code === "" || /^(?:ref|enum|project|tablegroup)\b/i.test(code);
      return isKnown ? said : [...said, { remark: code }];
    }
    const table = newTable(plainName(name));
    tables.set(table.name, table);
    if (alias !== undefined) aliases.set(alias, table.name);
    readTable(insideOf(code, head.length, "//"), table, enums);
    return [...said, table];
  });
  for (const { code } of parts) for (const line of refLines(code)) addRef(line, tables, aliases);
  return pieces;
}

/** `"public"."seats"` → `seats`. */
const plainName = (written: string): string => written.replaceAll('"', "").split(".").at(-1) ?? written;

const labelsIn = (code: string): string[] =>
  partsOf(insideOf(code, code.indexOf("{"), "//"), "//", "\n").flatMap(
    ({ code: line }) => /^"?([\w -]+?)"?\s*(?:\[.*\])?$/.exec(line)?.[1] ?? [],
  );

function readTable(body: string, table: ModelTable, enums: Enums): void {
  for (const { code, comment } of partsOf(body, "//", "\n")) {
    if (/^indexes\s*\{/i.test(code))
      for (const index of partsOf(insideOf(code, code.indexOf("{"), "//"), "//", "\n")) readIndex(index.code, table);
    else if (code === "") table.lines.push(comment);
    else if (/^note\b/i.test(code)) table.lines.push(code.replaceAll("'", "").replace(/^note\s*:?\s*\{?|\}$/gi, ""));
    else if (!readColumn(code, comment, table, enums)) table.lines.push(code);
  }
}

/** `code varchar(8) [pk, note: 'base62']`. */
function readColumn(code: string, comment: string, table: ModelTable, enums: Enums): boolean {
  const [head, quotedName, plain, written = ""] =
    /^(?:"([^"]+)"|(\w+))\s+((?:"[^"]+"|[\w.]+)(?:\([\d, ]+\))?(?:\[\])?)\s*/.exec(code) ?? [];
  if (head === undefined) return false;
  const open = code.indexOf("[", head.length);
  const inside = open === -1 ? "" : insideOf(code, open, "//");
  const { named, placed } = givenIn(inside, "//");
  const is = (...words: string[]): boolean =>
    placed.some((one) => words.includes(one.toLowerCase().replaceAll(/\s+/g, " ")));
  const name = quotedName ?? plain ?? "";
  const labels = enums.get(plainName(written));
  const type = labels === undefined ? (types[written.toLowerCase()] ?? written) : "varchar";
  const standard = named.get("default");
  const raw = /^`(.*)`$/.exec(standard ?? "")?.[1];
  table.lines.push({
    name,
    type: type.replace(/^bigserial$/i, "bigint").replace(/^serial$/i, "integer"),
    isNullable: !is("not null"),
    isKey: is("pk", "primary key"),
    isUnique: is("unique"),
    isCounted: is("increment") || /serial$/i.test(type),
    default: raw ?? (standard === "null" ? undefined : literalSql(standard, textIn(standard))),
    check: labels === undefined ? /^`(.*)`$/.exec(named.get("check") ?? "")?.[1] : isOneOf(name, labels),
    refers: referenceTo(named.get("ref")),
    comment: together(comment, textIn(named.get("note"))),
  });
  return true;
}

/** `> events.id` and `- seats.id`; `< …` is told from the other side. */
function referenceTo(written: string | undefined): { table: string; column: string } | undefined {
  const [, path] = /^[>-]\s*([\w."]+)$/.exec(written?.trim() ?? "") ?? [];
  const [column = "", table = ""] = path?.replaceAll('"', "").split(".").toReversed() ?? [];
  return path === undefined ? undefined : { table, column };
}

/** `(event_id, row) [unique]`, `code [name: 'by_code']`, `` (`lower(code)`) ``. */
function readIndex(code: string, table: ModelTable): void {
  const [head = "", several, one] = /^(?:\(([^)]*(?:\([^)]*\)[^)]*)*)\)|([\w"]+|`[^`]*`))\s*/.exec(code) ?? [];
  const items = (several ?? one ?? "").split(",").map((item) => item.trim().replaceAll('"', ""));
  const { named, placed } = givenIn(
    code.slice(head.length).startsWith("[") ? insideOf(code, head.length, "//") : "",
    "//",
  );
  const is = (word: string): boolean => placed.some((item) => item.toLowerCase() === word);
  const name = textIn(named.get("name")) ?? undefined;
  const isPlain = items.every((item) => /^\w+$/.test(item));
  if (head === "") table.lines.push(code);
  else if (is("pk")) table.key = items;
  else if (is("unique") && isPlain) addUnique(table, items);
  else {
    const columns = items.map((item) => /^`(.*)`$/.exec(item)?.[1] ?? bare(item));
    table.indexes.push({ name, columns, isUnique: is("unique"), using: named.get("type")?.toLowerCase() });
  }
}

/** `Ref: seats.event_id > events.id [delete: cascade]`, alone or in braces. */
function refLines(code: string): string[] {
  const [head] = /^ref\b[^:{]*/i.exec(code) ?? [];
  if (head === undefined) return [];
  return code[head.length] === "{" ? insideOf(code, head.length, "//").split("\n") : [code.slice(head.length + 1)];
}

function addRef(line: string, tables: ReadonlyMap<string, ModelTable>, aliases: ReadonlyMap<string, string>): void {
  const [, left = "", sign = "", right = "", rule] =
    /^\s*([\w."]+)\s*([<>-])\s*([\w."]+)\s*(?:\[.*?delete:\s*([\w ]+).*\])?/.exec(line) ?? [];
  const [own, other] = sign === "<" ? [right, left] : [left, right];
  const [column = "", table = ""] = (own ?? "").replaceAll('"', "").split(".").toReversed();
  const [columnThere = "", there = ""] = (other ?? "").replaceAll('"', "").split(".").toReversed();
  const found = tables.get(aliases.get(table) ?? table);
  const known = found === undefined ? undefined : columnOf(found, column);
  if (known === undefined) return;
  const onDelete = rule === undefined || /no action|restrict/.test(rule) ? undefined : `on delete ${rule.trim()}`;
  known.refers = { table: aliases.get(there) ?? there, column: columnThere, onDelete };
  if (sign === "-") known.isUnique = true;
}
