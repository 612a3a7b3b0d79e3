import type { Column, Table } from "@proofroom/domain/design/model";
import { isMoment, withoutUnit, withoutZone } from "@proofroom/domain/design/moment";
import type { ColumnRole } from "@proofroom/domain/problem/way";
import { isTextColumn, isWholeNumber } from "../../../schema/column-kind.ts";
import { literalDefault } from "../../../schema/literal-default.ts";
import { mustBeFilled } from "../../column-of.ts";
import { plain, plains, stems } from "../../names.ts";
import { paymentPart } from "../../payment.ts";
import { isPast } from "./past-times.ts";
import { isTimeRange } from "../told/time/endless.ts";

/** A table's own column for a column of a role: by its names, else by its kind where only one is of that; none that is taken. */
export function columnFor(role: ColumnRole, table: Table, taken: ReadonlySet<string>): Column | undefined {
  const free = table.columns.filter(
    (column) => !taken.has(column.name) && fits(role, column) && (role.kind !== "number" || isNumberOf(column, table)),
  );
  const isTime = role.kind === "time" || role.kind === "past";
  const names = plains(role.names);
  const called = free.map((column) => plain(isTime ? withoutZone(withoutUnit(column.name)) : column.name));
  const leads = leadsOf(table);
  for (const name of names) {
    const found = free[called.findIndex((one) => isCalled(one, name, leads))];
    if (found !== undefined) return found;
  }
  // `SeatStatus` without quotes is `seatstatus`.
  const folded = free.find(
    (column) =>
      paymentPart(column) === undefined && names.some((one) => one.length > 4 && plain(column.name).endsWith(one)),
  );
  if (folded !== undefined && role.kind === "state") return folded;
  if (role.kind === "state") return onlyState(role, free);
  if (role.kind === "any") return besideAnEnd(names, free, table);
  if (role.kind === "number") return onlyNumber(free, table);
  if (role.kind === "span") return free.length === 1 ? free[0] : undefined;
  // A range of time has its own end.
  if (table.columns.some(isTimeRange)) return undefined;
  return role.kind === "time" ? (onlyTime(free) ?? free.find(({ isBeginning }) => isBeginning === true)) : undefined;
}

/** Whatever it is called: the one column two of whose values are words for how such a row is. */
function onlyState({ values: meanings }: ColumnRole, columns: Column[]): Column | undefined {
  const isWord = (value: string, words: readonly string[]): boolean =>
    words.some((word) => plain(word) === plain(value));
  // How a payment stands says nothing of how long its row is held.
  const states = columns.filter((column) => {
    const { values = [] } = column;
    if (paymentPart(column) === "state") return false;
    const met = Object.values(meanings).filter((words) => values.some((value) => isWord(value, words)));
    return met.length > 1;
  });
  return states.length === 1 ? states[0] : stateInOrder(Object.keys(meanings).length, columns);
}

/** The one column that has as many values as there are meanings, and begins with the first of them. */
function stateInOrder(meanings: number, columns: Column[]): Column | undefined {
  const states = columns.filter((column) => {
    const { values = [] } = column;
    if (paymentPart(column) === "state") return false;
    return meanings > 2 && values.length === meanings && values[0] === literalDefault(column);
  });
  return states.length === 1 ? states[0] : undefined;
}

/** Whether a column tells a table's rows apart only among those that are about the same thing, and nobody but the service counts it. */
const isNumberOf = (column: Column, { primaryKey, uniques }: Table): boolean =>
  mustBeFilled(column) && [primaryKey, ...uniques].some((list) => list.length > 1 && list.includes(column.name));

/** Whatever it is called: the one number that tells apart the rows which refer to the same thing, as `n` of `primary key (seat_id, n)`. */
function onlyNumber(columns: Column[], { primaryKey, uniques, foreignKeys }: Table): Column | undefined {
  const referring = new Set(foreignKeys.flatMap((key) => key.columns));
  const found = columns.filter(
    ({ name }) =>
      !referring.has(name) &&
      [primaryKey, ...uniques].some(
        (list) => list.includes(name) && list.every((one) => one === name || referring.has(one)),
      ),
  );
  return found.length === 1 ? found[0] : undefined;
}

/**
 * Whatever it is called in whatever language: the one time that the schema sets some time ahead, else the one that nothing fills by itself
 * and that is not of something past.
 */
function onlyTime(columns: Column[]): Column | undefined {
  const ahead = columns.filter(({ default: standard }) => standard !== undefined && isAhead.test(standard));
  const open = columns.filter(({ name, default: standard }) => standard === undefined && !isPast(name));
  const times = ahead.length > 0 ? ahead : open;
  return times.length === 1 ? times[0] : undefined;
}

/** `now() + interval '2 minutes'`, `'2 min'::interval + now()`. */
const isAhead =
  /(?:now\s{0,2}\(\s{0,2}\)|(?:current|local)_?timestamp|clock_timestamp\(\)|statement_timestamp\(\))\s{0,3}\+|interval[^-]{0,40}\+\s{0,3}(?:now|current_timestamp|localtimestamp|clock_timestamp)/i;

/** `seat_status` of `seats`, and of `t_seat`, is called `status` as well. */
const isCalled = (called: string, name: string, leads: readonly string[]): boolean =>
  called.endsWith(name) && (called === name || leads.some((lead) => called === `${lead}${name}`));

function leadsOf(table: Table): string[] {
  const words = stems(table.name);
  return [words.join(""), words.at(-1) ?? ""];
}

/**
 * `hold_customer_id` beside `hold_until`, `res_user` beside `res_ends_at`, in whatever spelling: under one word stands all that is there only
 * while a seat is held.
 */
function besideAnEnd(names: readonly string[], columns: Column[], table: Table): Column | undefined {
  const ends = table.columns.filter((column) => column.nullable && isMoment(column) && !isPast(column.name));
  if (ends.length === 0) return undefined;
  const isBeside = (called: string, name: string): boolean => {
    const lead = called.slice(0, -name.length);
    const isLong = name.length >= shortestName && lead.length >= shortestLead;
    return isLong && called.endsWith(name) && ends.some((end) => plain(end.name).startsWith(lead));
  };
  return columns.find(({ name, nullable }) => nullable && names.some((one) => isBeside(plain(name), one)));
}

const shortestName = 4;
const shortestLead = 3;

function fits({ kind }: ColumnRole, column: Column): boolean {
  if (column.generated) return false;
  if (kind === "time" || kind === "past") return isMoment(column);
  if (kind === "span") return isTimeRange(column);
  if (kind === "number") return isWholeNumber(column);
  if (kind === "flag") return column.type.startsWith("bool");
  return (
    kind === "any" ||
    column.values !== undefined ||
    isTextColumn(column) ||
    (isWholeNumber(column) && column.comment !== undefined)
  );
}
