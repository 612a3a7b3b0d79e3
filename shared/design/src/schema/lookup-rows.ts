import type { InsertStmt, Node } from "libpg-query";
import type { Column, Table } from "@proofroom/domain/design/model";
import type { Catalog } from "./catalog.ts";
import { isTextColumn } from "./column-kind.ts";
import { stringOf } from "./type-text.ts";

/** No list of kinds or states is longer. */
const mostRows = 200;

/**
 * Whether an insert writes the rows of a lookup table, which are a part of the schema: constants, into a table that refers to no
 * other and whose rows are named by what the schema itself says, by a column's default or by a text.
 */
export function isLookup(insert: InsertStmt, { tables }: Catalog): boolean {
  const table = tables.get(insert.relation?.relname ?? "");
  const rows = rowsOf(insert);
  if (table === undefined || table.foreignKeys.length > 0 || rows.length === 0 || rows.length > mostRows) return false;
  if (!rows.every((row) => row.every(isConstant))) return false;
  const referring = referringTo(table, tables);
  const isDefaulted = referring.some((column) => column.default !== undefined);
  return referring.length > 0 && (isDefaulted || keyOf(table).every(isTextColumn));
}

/** What a column may be that refers to a list of words and their descriptions: those words, where nothing else lists them. */
export function listWords(insert: InsertStmt, { tables }: Catalog): void {
  const table = tables.get(insert.relation?.relname ?? "");
  const [key, ...more] = table === undefined ? [] : keyOf(table);
  if (table === undefined || key === undefined || more.length > 0 || table.columns.length > 2) return;
  const named = (insert.cols ?? []).map((one) => ("ResTarget" in one ? one.ResTarget.name : undefined));
  const at = named.length === 0 ? table.columns.indexOf(key) : named.indexOf(key.name);
  const words = rowsOf(insert).flatMap((row) => wordIn(row[at]) ?? []);
  if (!isTextColumn(key) || words.length < 2) return;
  for (const column of referringTo(table, tables)) column.values ??= words;
}

const keyOf = ({ primaryKey, columns }: Table): Column[] => columns.filter(({ name }) => primaryKey.includes(name));

const referringTo = (table: Table, tables: Catalog["tables"]): Column[] =>
  [...tables.values()].flatMap(({ columns, foreignKeys }) =>
    foreignKeys
      .filter((key) => key.table === table.name && key.columns.length === 1)
      .flatMap((key) => columns.filter(({ name }) => name === key.columns[0])),
  );

function rowsOf({ selectStmt }: InsertStmt): Node[][] {
  const lists = selectStmt !== undefined && "SelectStmt" in selectStmt ? (selectStmt.SelectStmt.valuesLists ?? []) : [];
  return lists.map((list) => ("List" in list ? (list.List.items ?? []) : []));
}

const isConstant = (node: Node): boolean =>
  "A_Const" in node ||
  "SetToDefault" in node ||
  ("TypeCast" in node && node.TypeCast.arg !== undefined && isConstant(node.TypeCast.arg));

function wordIn(node: Node | undefined): string | undefined {
  if (node === undefined) return undefined;
  if ("TypeCast" in node) return wordIn(node.TypeCast.arg);
  return "A_Const" in node && node.A_Const.sval !== undefined ? stringOf({ String: node.A_Const.sval }) : undefined;
}
