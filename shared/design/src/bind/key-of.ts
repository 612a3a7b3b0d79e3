import type { Table } from "@proofroom/domain/design/model";
import type { Where } from "@proofroom/domain/design/step";
import { segmentsOf } from "../api/path.ts";
import type { Asked } from "./asked.ts";
import { columnOf, fillsItself, isUnique } from "./column-of.ts";
import { decodedFrom } from "./encoded-id.ts";
import { keyColumn } from "./idempotency.ts";
import { isSameName, singular, plain } from "./names.ts";

/** The condition that names the rows which a path is about, and parameters that no column answers to. */
export function keyOf(asked: Asked): { where: Where; unknown: string[] } {
  const { endpoint, table, senses } = asked;
  const where: Where = {};
  const unknown: string[] = [];
  const parts = segmentsOf(endpoint.path);
  for (const [n, part] of parts.entries()) {
    const name = /^\{(.*)\}$/.exec(part)?.[1];
    if (name === undefined) continue;
    const before = parts[n - 1] ?? "";
    const decoded = decodedFrom(name, `$path.${name}`, asked);
    if (decoded !== undefined) {
      const [id, number] = decoded;
      where[id] = number;
      continue;
    }
    const column =
      foreignColumn(before, name, table) ?? columnOf(name, table, senses)?.name ?? onlyKey(table, endpoint.path);
    if (column === undefined) unknown.push(name);
    else where[column] = `$path.${name}`;
  }
  return { where, unknown };
}

/** `/users/{id}/links`: of `links` the column that refers to `users`. */
function foreignColumn(before: string, name: string, table: Table): string | undefined {
  const owner = singular(plain(before));
  if (owner === "" || owner === singular(plain(table.name))) return undefined;
  const byKey = table.foreignKeys.find((key) => key.columns.length === 1 && singular(plain(key.table)) === owner);
  if (byKey !== undefined) return byKey.columns[0];
  return table.columns.find((column) => isSameName(column.name, `${owner} ${name}`))?.name;
}

/**
 * Where a path has one parameter and nothing is named like it: the key, if there is but one that a person could send. What
 * recognises a repeated request is no name of a row.
 */
function onlyKey(table: Table, path: string): string | undefined {
  if (path.split("{").length !== 2) return undefined;
  const unique = table.columns.filter((column) => isUnique(table, column.name) && column.name !== keyColumn(table));
  const sent = unique.filter((column) => !fillsItself(column));
  const [only, other] = sent.length > 0 ? sent : unique;
  if (other === undefined) return only?.name;
  // What a row can be without is no name of it.
  const [filled, more] = sent.filter(({ nullable }) => !nullable);
  return more === undefined ? filled?.name : undefined;
}
