import { bare } from "../dialect.ts";
import { type Given, givenIn, namesIn, textIn } from "./calls.ts";
import { plural } from "./names.ts";
import { railsColumn } from "./rails-columns.ts";
import { addUnique, columnOf, columnsOf, listed, type ModelTable, newTable, type Reference } from "./table.ts";

/** `create_table "seats", id: :uuid do |t|`: a table with its key. */
export function tableOfRails({ placed, named }: Given): ModelTable {
  const table = newTable(textIn(placed[0]) ?? "");
  const id = named.get("id") ?? ":bigint";
  const keys = namesIn(named.get("primary_key"), "#");
  if (keys.length > 1) table.key = keys;
  if (id === "false" || keys.length > 1) return table;
  const said = id.startsWith("{") ? givenIn(id.slice(1, -1), "#").named : new Map([...named, ["type", id]]);
  const kind = textIn(said.get("type")) ?? "bigint";
  const column = railsColumn(keys[0] ?? "id", kind, { placed: [], named: said, comment: "" }, "");
  if (column === null) return table;
  const isCounted = /^(?:bigint|integer)$/.test(kind);
  const made = kind === "uuid" ? "gen_random_uuid()" : undefined;
  table.lines.push({ ...column, isNullable: false, isKey: true, isCounted, default: column.default ?? made });
  return table;
}

/** Reads a line of a table, such as `t.string "code", null: false`, or an `add_…` of it; false where it says something else. */
export function readTableLine(table: ModelTable, called: string, given: Given, comment: string): boolean {
  const { placed, named } = given;
  const [first = ""] = placed;
  switch (called) {
    case "timestamps":
      for (const name of ["created_at", "updated_at"])
        table.lines.push({ name, type: "timestamptz", isNullable: named.get("null") === "true", default: "now()" });
      return true;
    case "references":
    case "belongs_to":
    case "reference":
      for (const name of placed.flatMap((one) => textIn(one) ?? [])) addReference(table, name, named, comment);
      return true;
    case "index":
      return addIndex(table, given);
    case "unique_constraint":
      addUnique(table, namesIn(first, "#"));
      return true;
    case "check_constraint":
      return addConstraint(table, "check (", textIn(first), ")");
    case "exclusion_constraint": {
      const where = textIn(named.get("where"));
      const using = textIn(named.get("using")) ?? "gist";
      return addConstraint(
        table,
        `exclude using ${using} (`,
        textIn(first),
        where === null ? ")" : `) where (${where})`,
      );
    }
    case "foreign_key":
      return addForeign(table, textIn(first) ?? "", named);
    case "column":
      return addColumns(table, textIn(placed[1]) ?? placed[1] ?? "", { ...given, placed: placed.slice(0, 1) }, comment);
    default:
      return addColumns(table, called, given, comment);
  }
}

function addConstraint(table: ModelTable, before: string, inside: string | null, after: string): boolean {
  if (inside !== null) table.constraints.push(before + inside + after);
  return inside !== null;
}

function addColumns(table: ModelTable, kind: string, given: Given, comment: string): boolean {
  const columns = given.placed.flatMap((one) => {
    const name = textIn(one);
    return name === null ? [] : [railsColumn(name, kind, given, comment)];
  });
  const [only] = columns;
  if (only === undefined || only === null) return false;
  for (const column of columns) if (column !== null) table.lines.push(column);
  const unique = given.named.get("index") ?? "";
  for (const { name } of columns.flatMap((column) => column ?? []))
    if (unique !== "" && unique !== "false") addIndexed(table, name, unique);
  return true;
}

const addIndexed = (table: ModelTable, name: string, index: string): void => {
  if (/unique:\s*true/.test(index)) addUnique(table, [name]);
  else table.indexes.push({ columns: [bare(name)] });
};

function addReference(table: ModelTable, name: string, named: Given["named"], comment: string): void {
  const key = named.get("foreign_key");
  const kind = textIn(named.get("type"));
  const to = key?.startsWith("{") === true ? givenIn(key.slice(1, -1), "#").named : new Map<string, string>();
  const refers =
    key === undefined || key === "false" ? undefined : referenceTo(textIn(to.get("to_table")) ?? plural(name), to);
  const typed = railsColumn(`${name}_id`, kind ?? "bigint", { placed: [], named, comment: "" }, comment);
  if (typed === null) return;
  table.lines.push({ ...typed, type: refers === undefined || kind !== null ? typed.type : "", refers });
  if (named.get("polymorphic") !== undefined)
    table.lines.push({ name: `${name}_type`, type: "varchar", isNullable: named.get("null") !== "false" });
  const index = named.get("index") ?? "true";
  if (index !== "false") addIndexed(table, `${name}_id`, index);
}

const referenceTo = (table: string, named: Given["named"]): Reference => {
  const rule = textIn(named.get("on_delete"));
  const onDelete = { cascade: "on delete cascade", nullify: "on delete set null", restrict: undefined }[rule ?? ""];
  return { table, column: textIn(named.get("primary_key")) ?? undefined, onDelete };
};

/** `add_foreign_key "links", "users"`: the column is told, or named after the other table. */
function addForeign(table: ModelTable, to: string, named: Given["named"]): boolean {
  const said = textIn(named.get("column"));
  const column =
    said === null
      ? columnsOf(table).find(({ name }) => name.endsWith("_id") && plural(name.slice(0, -3)) === to)
      : columnOf(table, said);
  if (column === undefined) return false;
  column.refers = referenceTo(to, named);
  return true;
}

function addIndex(table: ModelTable, { placed, named }: Given): boolean {
  const columns = namesIn(placed[0], "#");
  if (columns.length === 0) return false;
  const where = textIn(named.get("where")) ?? undefined;
  const isUnique = named.get("unique") === "true";
  const isPlain = columns.every((column) => /^\w+$/.test(column));
  const name = textIn(named.get("name")) ?? undefined;
  if (isUnique && isPlain && named.get("nulls_not_distinct") === "true")
    table.constraints.push(`unique nulls not distinct ${listed(columns)}`);
  else if (isUnique && isPlain) addUnique(table, columns, where, name);
  else {
    const order = named.get("order") ?? "";
    const isDescending = (column: string) => order === ":desc" || new RegExp(`\\b${column}"?:\\s*:desc`).test(order);
    const written = columns.map((column) =>
      /^\w+$/.test(column) ? `${bare(column)}${isDescending(column) ? " desc" : ""}` : column,
    );
    table.indexes.push({ name, columns: written, isUnique, where, using: textIn(named.get("using")) ?? undefined });
  }
  return true;
}
