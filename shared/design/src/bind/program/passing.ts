import type { Table } from "@proofroom/domain/design/model";
import type { Step, Value, Where } from "@proofroom/domain/design/step";
import { plainSteps, tableIn } from "@proofroom/domain/design/steps-within";
import { plain, singular } from "../names.ts";
import { callerFor, isOwner } from "../owner/caller.ts";
import { peopleIn } from "../ways/told/people/people-in.ts";
import { fieldCalled } from "../ways/field-called.ts";
import type { Stage } from "../ways/stage.ts";
import type { Passing } from "./reading.ts";
import { withoutRow } from "./unread-rows.ts";

/**
 * What the parameters of an endpoint's statements stand for: what `own`, the steps that its schema shows, has for the column; who asks; the
 * field of the request that is called so; or a column of a row that an earlier statement has `read`.
 */
export function passingFor(own: readonly Step[], read: readonly Table[], stage: Stage): Passing {
  return (parameter, column, table, isWritten) => {
    const person = peopleIn(table, stage).find(([kept]) => kept === column)?.[1];
    const names = read.map(({ name }) => name);
    const there = (value: Value | undefined): Value | undefined =>
      value === undefined ? undefined : withoutRow(value, names, own, stage.tables);
    return (
      ofRow(parameter, read) ??
      there(isWritten ? writtenIn(own, table, column) : askedIn(own, table, column)) ??
      person ??
      whoAsks(column, table, isWritten, stage) ??
      fieldCalled(parameter, stage) ??
      there(writtenAnywhere(own, table, column)) ??
      referredTo(column, table, read) ??
      there(throughReference(own, table, column, stage.tables)) ??
      // `event_id = $1` is the field that is called as its column.
      (/^\d*$/.test(parameter) ? fieldCalled(column, stage) : undefined)
    );
  };
}

/** Whoever asks, in a column that says whose a row is, as far as another endpoint keeps them there. */
function whoAsks(name: string, table: Table, isWritten: boolean, { endpoint, keepsWho }: Stage): string | undefined {
  const column = table.columns.find((one) => one.name === name);
  if (column === undefined || !isOwner(column, table)) return undefined;
  const who = callerFor(column, endpoint);
  return isWritten || keepsWho(table.name, name, endpoint) === who ? who : undefined;
}

/** `hold.seat_id`: a column of a row that was read. */
function ofRow(parameter: string, read: readonly Table[]): string | undefined {
  const [of = "", name = "", ...more] = parameter.split(".");
  if (name === "" || more.length > 0) return undefined;
  const table = read.findLast((one) => singular(plain(one.name)) === singular(plain(of)));
  const column = table?.columns.find((one) => plain(one.name) === plain(name));
  return table === undefined || column === undefined ? undefined : `$${table.name}.${column.name}`;
}

/** What a step of the way writes into a column. */
function writtenIn(own: readonly Step[], { name }: Table, column: string): Value | undefined {
  for (const step of plainSteps(own)) {
    if (tableIn(step) !== name) continue;
    const values = "insert" in step ? step.values : "update" in step ? step.set : {};
    if (values[column] !== undefined) return values[column];
  }
  return undefined;
}

/** What a step of the way compares a column with, if that is passed. */
function askedIn(own: readonly Step[], { name }: Table, column: string): string | undefined {
  return plainSteps(own)
    .filter((step) => tableIn(step) === name)
    .map((step) => referenceIn("get" in step ? step.by : "where" in step ? (step.where ?? {}) : {}, column))
    .find((one) => one !== undefined);
}

function referenceIn(where: Where, column: string): string | undefined {
  const { [column]: own } = where;
  if (typeof own === "string" && own.startsWith("$") && own !== "$now") return own;
  return Object.values(where)
    .flatMap((part) => (Array.isArray(part) ? part : []))
    .map((one) => referenceIn(one, column))
    .find((one) => one !== undefined);
}

/** A reference that a row of the way keeps in a column tells what is compared with it, too. */
function writtenAnywhere(own: readonly Step[], table: Table, column: string): string | undefined {
  const value = writtenIn(own, table, column);
  return typeof value === "string" && /^\$(?!now\b)/.test(value) ? value : undefined;
}

/** What another table's rows of the way say of what they refer to: of `sieges.id` what `options.siege_id` is filled with. */
function throughReference(
  own: readonly Step[],
  { name }: Table,
  column: string,
  tables: readonly Table[],
): Value | undefined {
  for (const other of tables) {
    const key = other.foreignKeys.find((one) => one.table === name && one.columns.length === 1);
    const isOf = key !== undefined && (key.references[0] ?? "id") === column;
    const value = isOf ? writtenAnywhere(own, other, key.columns[0] ?? "") : undefined;
    if (value !== undefined) return value;
  }
  return undefined;
}

/** What a column refers to of a row that was read. */
function referredTo(column: string, { foreignKeys }: Table, read: readonly Table[]): string | undefined {
  const key = foreignKeys.find(({ columns }) => columns.length === 1 && columns[0] === column);
  const target = read.findLast(({ name }) => name === key?.table);
  const own = key?.references[0] ?? target?.primaryKey[0];
  return target === undefined || own === undefined ? undefined : `$${target.name}.${own}`;
}
