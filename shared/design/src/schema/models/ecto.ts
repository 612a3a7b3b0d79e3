import { bare } from "../dialect.ts";
import { type Given, givenIn, itemsIn, textIn, wordsIn } from "./calls.ts";
import { ectoColumn } from "./ecto-columns.ts";
import { insideOf, type Part, partsOf } from "./parts.ts";
import { keyOfSeveral, addUnique, type ModelTable, newTable, type Piece } from "./table.ts";

type Frame = ModelTable | "undo" | "other";

/** Migrations of Ecto as tables; schemas beside them stay as comments. */
export function readEcto(text: string): Piece[] {
  const pieces: Piece[] = [];
  const tables = new Map<string, ModelTable>();
  const open: Frame[] = [];
  for (const { code, comment } of partsOf(text, "#", "\n")) {
    const frame = open.at(-1);
    const said = code === "" || comment === "" ? code + comment : `${code}  # ${comment}`;
    if (/^end\b/.test(code)) open.pop();
    else if (frame === "undo") {
      if (/\bdo$/.test(code)) open.push("undo");
    } else if (/^create(?:_if_not_exists)?[\s(]+table\(|^alter[\s(]+table\(/.test(code)) {
      const table = tableOf(code, tables, pieces);
      if (/\bdo$/.test(code)) open.push(table);
    } else if (/^def down\b.* do$/.test(code)) open.push("undo");
    else if (/\bdo$/.test(code)) {
      open.push("other");
      if (!/^(?:defmodule\b.*|def (?:change|up)) do$/.test(code)) pieces.push({ remark: said });
    } else if (typeof frame === "object") readColumn(frame, { code, comment });
    else if (!/^(?:use|import|alias)\b/.test(code) && !readStatement(code, tables, pieces))
      pieces.push({ remark: said });
  }
  for (const table of tables.values()) keyOfSeveral(table);
  return pieces;
}

function tableOf(code: string, tables: Map<string, ModelTable>, pieces: Piece[]): ModelTable {
  const call = wordsIn(code, "#").find(({ name, inside }) => name === "table" && inside !== null);
  const { placed, named } = givenIn(call?.inside ?? "", "#");
  const name = textIn(placed[0]) ?? "";
  const earlier = tables.get(name);
  if (earlier !== undefined) return earlier;
  const table = newTable(name);
  tables.set(name, table);
  pieces.push(table);
  const key = named.get("primary_key");
  if (key === "false") return table;
  const said = key?.startsWith("[") === true ? givenIn(key.slice(1, -1), "#").named : new Map<string, string>();
  const isUuid = /uuid|binary_id/.test(said.get("type") ?? "");
  table.lines.push({
    name: textIn(said.get("name")) ?? "id",
    type: isUuid ? "uuid" : "bigint",
    isNullable: false,
    isKey: true,
    isCounted: !isUuid,
    default: isUuid ? "gen_random_uuid()" : undefined,
  });
  return table;
}

/** `add :code, :string, size: 8, null: false`, `timestamps()`. */
function readColumn(table: ModelTable, { code, comment }: Pick<Part, "code" | "comment">): void {
  const [head, called = ""] = /^(\w+)\s*/.exec(code) ?? [];
  const rest = head === undefined ? "" : code.slice(head.length);
  const given = givenIn(rest.startsWith("(") ? insideOf(rest, 0, "#") : rest, "#");
  if (called === "timestamps") {
    const updated = textIn(given.named.get("updated_at")) ?? "updated_at";
    const names = [
      textIn(given.named.get("inserted_at")) ?? "inserted_at",
      ...(given.named.get("updated_at") === "false" ? [] : [updated]),
    ];
    table.lines.push(
      ...names.map((name) => ({
        name,
        type: "timestamptz",
        isNullable: given.named.get("null") === "true",
        default: "now()",
      })),
    );
    return;
  }
  const column = /^add(?:_if_not_exists)?$/.test(called) ? ectoColumn(given, comment) : null;
  table.lines.push(column ?? (code === "" ? comment : code));
}

/** `create unique_index(:seats, [:event_id, :row], where: "…")`; false for what SQL does not say. */
function readStatement(code: string, tables: ReadonlyMap<string, ModelTable>, pieces: Piece[]): boolean {
  const [call] = wordsIn(code, "#").filter(({ inside }) => inside !== null);
  if (/^execute\b/.test(code)) {
    const sql = textIn(
      itemsIn(call?.inside === undefined ? `(${code.slice("execute".length)})` : `(${call?.inside ?? ""})`, "#")[0],
    );
    if (sql !== null) pieces.push({ sql });
    return sql !== null;
  }
  const given = givenIn(call?.inside ?? "", "#");
  const table = tables.get(textIn(given.placed[0]) ?? "");
  if (!code.startsWith("create") || table === undefined) return code === "";
  return call?.name === "constraint"
    ? addConstraint(table, given)
    : addIndex(table, given, call?.name === "unique_index");
}

function addConstraint(table: ModelTable, { named }: Given): boolean {
  const check = textIn(named.get("check"));
  const exclude = textIn(named.get("exclude"));
  if (check !== null) table.constraints.push(`check (${check})`);
  if (exclude !== null) table.constraints.push(`exclude using ${exclude}`);
  return check !== null || exclude !== null;
}

function addIndex(table: ModelTable, { placed, named }: Given, isUniqueIndex: boolean): boolean {
  const columns = itemsIn(placed[1], "#").flatMap((item) => {
    const [, way, name] = /^(asc|desc)\w*:\s*:(\w+)$/.exec(item) ?? [];
    return textIn(item) ?? (name === undefined ? [] : way === "desc" ? `${bare(name)} desc` : name);
  });
  const where = textIn(named.get("where")) ?? undefined;
  const name = textIn(named.get("name")) ?? undefined;
  const isPlain = columns.every((column) => /^\w+$/.test(column));
  const isUnique = isUniqueIndex || named.get("unique") === "true";
  if (columns.length === 0) return false;
  if (isUnique && isPlain) addUnique(table, columns, where, name);
  else {
    const written = columns.map((column) => (/^\w+$/.test(column) ? bare(column) : column));
    table.indexes.push({ name, columns: written, isUnique, where, using: textIn(named.get("using")) ?? undefined });
  }
  return true;
}
