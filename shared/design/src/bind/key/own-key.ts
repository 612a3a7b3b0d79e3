import type { Column, Endpoint, Table } from "@proofroom/domain/design/model";
import type { Idempotency, Value } from "@proofroom/domain/design/step";
import { parametersIn } from "../../api/path.ts";
import { holdsKey } from "../../schema/column-kind.ts";
import { keptIn } from "../column-of.ts";
import { fieldsOf, isText } from "../fields.ts";
import { ownersBeside, withinOf } from "./idempotency.ts";
import { whenTaken } from "@proofroom/domain/design/refusal-status";

interface Sent {
  /** `$body.id`, `$path.booking_id`. */
  reference: string;
  name: string;
}

/**
 * A client that makes the row's own id, and sends it in the body or puts it at the path, needs no other key: the same id again
 * is the same row. `isOther` tells what is sent for something else.
 */
export function ownKey(
  endpoint: Endpoint,
  table: Table,
  values: Readonly<Record<string, Value>>,
  isOther: (sent: Sent, column: Column) => boolean,
): { idempotency: Idempotency; column: string; reference: string } | undefined {
  const inBody = fieldsOf(endpoint.body)
    .filter(isText)
    .map(({ name }): Sent => ({ reference: `$body.${name}`, name }));
  const inPath = parametersIn(endpoint.path).map((name): Sent => ({ reference: `$path.${name}`, name }));
  for (const sent of [...inBody, ...inPath]) {
    const kept = putTo(sent) ?? keptIn(sent.name, table, [])?.column;
    if (kept === undefined || !isNamedBy(sent, kept) || isOther(sent, kept)) continue;
    const { reference } = sent;
    const column = kept.name;
    const within = withinOf(table, column, values);
    if (within === undefined) continue;
    return {
      idempotency: { sent: reference, column: `${table.name}.${column}`, ...within, else: whenTaken(endpoint) },
      column,
      reference,
    };
  }
  return undefined;

  /** The column that a path fills, also by another name, `/links/{uuid}`. */
  function putTo({ reference }: Sent): Column | undefined {
    const isFilled = ({ name }: Column): boolean => reference.startsWith("$path.") && values[name] === reference;
    return table.columns.find(isFilled);
  }

  /** What a row is put to is its name, whichever key the database knows it by. */
  function isNamedBy({ reference, name }: Sent, column: Column): boolean {
    const isPut = endpoint.method === "PUT" && reference.startsWith("$path.") && endpoint.path.endsWith(`{${name}}`);
    return isOwnId(column, table) || (isPut && canBeOwn(column, table));
  }
}

/** The key that rows are known by, alone or beside whose they are, where it is no number that the database counts up, nor another row's. */
const isOwnId = (column: Column, table: Table): boolean =>
  canBeOwn(column, table) &&
  table.primaryKey.includes(column.name) &&
  ownersBeside(table, column.name)?.length === table.primaryKey.length - 1;

const canBeOwn = (column: Column, table: Table): boolean =>
  holdsKey(column) &&
  !column.generated &&
  ownersBeside(table, column.name) !== undefined &&
  !table.foreignKeys.some(({ columns }) => columns.includes(column.name));
