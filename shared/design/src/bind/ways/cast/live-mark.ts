import type { Column, Table } from "@proofroom/domain/design/model";
import type { Value, Where } from "@proofroom/domain/design/step";
import { isTextColumn, isWholeNumber } from "../../../schema/column-kind.ts";
import { keyColumn } from "../../key/idempotency.ts";
import { plain, stems, wordsIn } from "../../names.ts";
import { linkOf } from "./links.ts";
import { aboutBy, type Stage } from "../stage.ts";

/** The column by which a row is unique for as long as it lasts; it is empty once the row is over, so that others may be added. */
export interface LiveMark {
  column: Column;
  /** The columns that are unique together. */
  unique: string[];
  /** The column whose value it repeats; null of one that only says that the row lasts. */
  repeats: string | null;
}

/**
 * `active_seat_id int null unique` beside `seat_id`, or `active` of `unique (seat_id, active)`: no two rows are alike in a column that is
 * not null, which is what a partial index is written as where there is none.
 */
export function liveMarkOf(table: Table, about: string[], names: readonly string[]): LiveMark | undefined {
  const partial = table.indexes.filter((index) => index.unique && index.partial).map(({ columns }) => columns);
  for (const unique of [...table.uniques, ...partial]) {
    const own = unique.filter((name) => !about.includes(name));
    const column = table.columns.find(({ name }) => name === own[0]);
    if (own.length !== 1 || column === undefined || !column.nullable || column.name === keyColumn(table)) continue;
    if (unique.length > 1) {
      const isAnothers = table.foreignKeys.some(({ columns }) => columns.includes(column.name));
      if (!isAnothers && isFlag(column)) return { column, unique, repeats: null };
      continue;
    }
    const repeats = about.find((name) => table.columns.some((one) => one.name === name && one.type === column.type));
    const isCalledSo = stems(column.name).some((stem) => names.some((name) => plain(name) === stem));
    if (repeats !== undefined && isCalledSo) return { column, unique, repeats };
  }
  return undefined;
}

const isFlag = (column: Column): boolean =>
  (column.type.startsWith("bool") || isWholeNumber(column) || isTextColumn(column)) &&
  wordsIn(column.name).some((word) => liveWord.test(word));

const liveWord =
  /^(?:active?|live|alive|current|open|held|hold|locked|occup\w{0,5}|blocking|valid|aktiv|aktif|activ[oa]|ativ[oa]|actif|attiv[oa]|vigente)$/;

/** The live mark of a role's table, by the rows that are there before anybody comes. */
export function liveMarkIn(table: Table, stage: Stage): LiveMark | undefined {
  const roles = Object.entries(stage.capability.ways?.roles ?? {});
  return roles
    .filter(([, { idle }]) => Object.keys(idle).length > 0)
    .map(([role]) => liveMarkFor(table, role, stage))
    .find((mark) => mark !== undefined);
}

export function liveMarkFor(table: Table, role: string, stage: Stage): LiveMark | undefined {
  const mark = markFor(table, role, stage);
  return mark === undefined || isOfSold(mark.column, stage) ? undefined : mark;
}

/** `sold_seat_id`: filled once the row is sold, and not before. */
function isOfSold({ name }: Column, { capability }: Stage): boolean {
  const words = new Set(wordsIn(name));
  if ([...words].some((word) => liveWord.test(word))) return false;
  return Object.values(capability.ways?.roles ?? {}).some(({ columns }) =>
    Object.values(columns).some(({ values }) => values["sold"]?.some((word) => words.has(plain(word))) === true),
  );
}

function markFor(table: Table, role: string, stage: Stage): LiveMark | undefined {
  const other = stage.cast.get(role)?.table;
  const link = other === undefined || other === table ? null : linkOf(table, other);
  const about = [...(link?.pairs ?? []).map(([own]) => own), ...aboutBy(table, role, stage)];
  return about.length === 0 ? undefined : liveMarkOf(table, about, stage.capability.ways?.roles[role]?.names ?? []);
}

/** What a new row says in its live mark; nothing where the schema says it by itself. */
export function markingLive(table: Table, values: Record<string, Value>, stage: Stage): Record<string, Value> {
  const mark = liveMarkIn(table, stage);
  if (mark === undefined || mark.column.generated || mark.column.default !== undefined) return {};
  const value = mark.repeats === null ? markOf(mark.column) : values[mark.repeats];
  return value === undefined ? {} : { [mark.column.name]: value };
}

function markOf(column: Column): Value {
  if (isWholeNumber(column)) return 1;
  return isTextColumn(column) ? (column.values?.[0] ?? "1") : true;
}

/** Rows that have ended and still have their live mark, and what they say once it is taken from them; null of a table without one. */
export function unmarkingLive(
  table: Table,
  where: Where,
  stage: Stage,
): { where: Where; set: Record<string, Value> } | null {
  const mark = liveMarkIn(table, stage);
  if (mark === undefined) return null;
  const { column, repeats } = mark;
  const held = repeats === null ? markOf(column) : where[repeats];
  return {
    where: held === undefined ? where : { ...where, [column.name]: held },
    set: column.generated ? {} : { [column.name]: null },
  };
}
