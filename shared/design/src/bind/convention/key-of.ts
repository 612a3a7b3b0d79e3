import type { Column, Table } from "@proofroom/domain/design/model";
import type { Where } from "@proofroom/domain/design/step";
import { segmentsOf } from "../../api/path.ts";
import type { Asked } from "../asking/asked.ts";
import { isWholeNumber } from "../../schema/column-kind.ts";
import { columnOf, fillsItself, isUnique } from "../column-of.ts";
import { decodedFrom } from "../code/encoded-id.ts";
import { keyColumn, ownersBeside } from "../key/idempotency.ts";
import { isRecord } from "../fields.ts";
import { isSameName, plain, singular, stems } from "../names.ts";
import { isNamed } from "../sense.ts";

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
      foreignColumn(before, name, table) ??
      ofItsOwnType(columnOf(name, table, senses), name, asked) ??
      ofItsType(name, asked) ??
      onlyKey(asked);
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

/** Unless a client makes a UUID and the database a number: then it is no name of the same thing. */
function ofItsOwnType(column: Column | undefined, name: string, asked: Asked): string | undefined {
  const isOther = column !== undefined && isWholeNumber(column) && isUuid(name, asked);
  return (isOther ? ofItsType(name, asked) : undefined) ?? column?.name;
}

function isUuid(name: string, { endpoint }: Asked): boolean {
  const schema = endpoint.parameters.find((one) => one.in === "path" && one.name === name)?.schema;
  return stems(name).some((stem) => /^[ug]uid$/.test(stem)) || (isRecord(schema) && schema["format"] === "uuid");
}

/** `PUT /links/{uuid}`: what a row goes by and is of the type that the parameter is called after, or is declared to be. */
function ofItsType(name: string, asked: Asked): string | undefined {
  const { table } = asked;
  if (!isUuid(name, asked)) return undefined;
  // Among an owner's rows is enough.
  const own = table.columns.filter(
    ({ name: column, type }) =>
      type === "uuid" && ownersBeside(table, column) !== undefined && column !== keyColumn(table),
  );
  const [only, other] = own;
  return other === undefined ? only?.name : undefined;
}

/**
 * Where a path has one parameter and nothing is named like it: the key, if there is but one that a person could send. What
 * recognises a repeated request is no name of a row.
 */
function onlyKey({ endpoint, table, capability, senses }: Asked): string | undefined {
  if (endpoint.path.split("{").length !== 2) return undefined;
  // What is answered to whoever puts a row is made there, and is not what they put it to.
  const isPut = endpoint.method === "PUT" && capability?.writes === true;
  const made = isPut ? senses.filter(({ field }) => Object.hasOwn(capability.out, field)) : [];
  const unique = table.columns.filter(
    ({ name }) => isUnique(table, name) && name !== keyColumn(table) && !made.some((one) => isNamed(one, name)),
  );
  const sent = unique.filter((column) => !fillsItself(column));
  const [only, other] = sent.length > 0 ? sent : unique;
  if (other === undefined) return only?.name;
  // What a row can be without is no name of it.
  const [filled, more] = sent.filter(({ nullable }) => !nullable);
  return more === undefined ? filled?.name : undefined;
}
