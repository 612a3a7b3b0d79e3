import type { Endpoint, Table } from "@proofroom/domain/design/model";
import type { Value, Where } from "@proofroom/domain/design/step";
import { columnOf } from "../column-of.ts";
import { keyOf } from "../convention/key-of.ts";
import { fieldsOf, isGroup } from "../fields.ts";
import { isSameName } from "../names.ts";
import { callerFor, isOwner } from "../owner/caller.ts";
import { inPath } from "../table-of.ts";
import type { Sense } from "../sense.ts";
import type { Standing } from "../sql/condition.ts";
import type { Changing } from "../sql/statements.ts";

interface Given {
  endpoint: Endpoint;
  senses: Sense[];
  tables: readonly Table[];
  /** The statements before it. */
  before: readonly Changing[];
}

/**
 * What the parameters of a statement stand for: what the request names the row by, what it is sent under the column's or the parameter's
 * own name, what an earlier statement's row refers to, or whoever asks.
 */
export function standingFor(table: Table, { endpoint, senses, tables, before }: Given): Standing {
  const isOthers = tables.some((one) => one !== table && inPath(endpoint.path, one) === 10 && !refers(table, one));
  const key: Where = isOthers ? {} : keyOf({ endpoint, table, capability: undefined, senses }).where;
  const sent: { name: string; value: string }[] = [
    ...endpoint.parameters.flatMap(({ name, in: at }) =>
      at === "path" || at === "query" ? [{ name, value: `$${at}.${name}` }] : [],
    ),
    ...fieldsOf(endpoint.body)
      .filter((field) => !isGroup(field))
      .map(({ name }) => ({ name, value: `$body.${name}` })),
  ];
  // Of `/bookings/{id}` the id is no seat's.
  const isSpoken = ({ value }: { value: string }): boolean => !isOthers || !value.startsWith("$path.");
  return (parameter, column): Value | undefined => {
    if (
      table.columns.some(({ name }) => name === parameter && name !== column) &&
      !sent.some((one) => isSameName(one.name, parameter))
    )
      return undefined;
    const named = sent.filter(({ name }) => isSameName(name, parameter));
    const spoken =
      key[column] ?? sent.filter(isSpoken).find(({ name }) => columnOf(name, table, senses)?.name === column)?.value;
    const found = named.length === 1 ? named[0]?.value : spoken;
    if (typeof found === "string") return found;
    return referred(table, column, before) ?? caller(table, column, endpoint);
  };
}

const refers = ({ foreignKeys }: Table, { name }: Table): boolean => foreignKeys.some(({ table }) => table === name);

/** `UPDATE seats … WHERE id = $seat` behind `DELETE FROM bookings …`: the seat of that booking. */
function referred(table: Table, column: string, before: readonly Changing[]): string | undefined {
  const [own] = before.flatMap(({ table: other }) =>
    other.foreignKeys.flatMap(({ table: to, columns, references }) =>
      to === table.name && columns.length === 1 && (references[0] ?? table.primaryKey[0]) === column
        ? [`$${other.name}.${columns[0]}`]
        : [],
    ),
  );
  return own;
}

const caller = (table: Table, name: string, endpoint: Endpoint): string | undefined => {
  const column = table.columns.find((one) => one.name === name);
  return column !== undefined && isOwner(column, table) ? callerFor(column, endpoint) : undefined;
};
