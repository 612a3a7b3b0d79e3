import type { Table } from "@proofroom/domain/design/model";
import { isUnique } from "../../column-of.ts";
import { isSameName, plain, singular, stems } from "../../names.ts";

/** Columns of one table beside those of the other whose values they hold. */
export interface Link {
  pairs: [own: string, other: string][];
}

/** How a table's rows point at another's: by a foreign key, else by columns named after the other's key. */
export function linkOf(from: Table, to: Table): Link | null {
  const key = from.foreignKeys.find((one) => one.table === to.name);
  if (key !== undefined) {
    const pairs = key.columns.map((column, n): [string, string] => [column, key.references[n] ?? column]);
    return { pairs };
  }
  for (const columns of [to.primaryKey, ...to.uniques]) {
    const pairs = columns.map((column): [string | undefined, string] => [namedAfter(from, to, column), column]);
    const whole = pairs.flatMap(([own, other]): [string, string][] => (own === undefined ? [] : [[own, other]]));
    if (columns.length > 0 && whole.length === columns.length) return { pairs: whole };
  }
  return null;
}

/**
 * A link by columns that are there for it: those of a foreign key, or else not those by which a table's own rows are told apart, and not those by which the
 * other table's rows point here.
 */
export function refersTo(from: Table, to: Table): Link | null {
  const link = linkOf(from, to);
  if (link === null) return null;
  if (from.foreignKeys.some((key) => key.table === to.name)) return link;
  const back = linkOf(to, from)?.pairs.map(([, other]) => other) ?? [];
  const isOthers = (column: string): boolean => plain(column).startsWith(singular(plain(to.name)));
  const own = new Set([...from.primaryKey, ...from.uniques.flat().filter((column) => !isOthers(column)), ...back]);
  return link.pairs.some(([column]) => own.has(column)) ? null : link;
}

/** Whether each of a table's rows says of which of another's it is, and not the other way round. */
export const isOfOne = (from: Table, to: Table): boolean => pointsAt(from, to) && !pointsAt(to, from);

/** Other than by what columns of both refer to in a third table, as `seat_id` of a hold and of a claim do. */
function pointsAt(from: Table, to: Table): boolean {
  const isOfAThird = (column: string, other: string): boolean =>
    from.foreignKeys.some(
      ({ table, columns }) =>
        columns.includes(column) && to.foreignKeys.some((key) => key.table === table && key.columns.includes(other)),
    );
  return refersTo(from, to)?.pairs.some(([column, other]) => !isOfAThird(column, other)) === true;
}

/** A seat's row is there before anybody comes, and so is the event that it cannot be without. */
export const hangsOn = (from: Table, to: Table): boolean =>
  from.foreignKeys.some(({ table, columns }) => table === to.name && columns.every((column) => isFilled(column, from)));

/** As `hangsOn`, also where no foreign key says so: `booking_id` of a payment, which has to be there. */
export function comesOf(from: Table, to: Table): boolean {
  if (from.foreignKeys.some(({ table }) => table === to.name)) return hangsOn(from, to);
  const pairs = isOfOne(from, to) ? (refersTo(from, to)?.pairs ?? []) : [];
  return pairs.length > 0 && pairs.every(([own, other]) => isFilled(own, from) && to.primaryKey.includes(other));
}

const isFilled = (column: string, { columns }: Table): boolean =>
  columns.some(({ name, nullable }) => name === column && !nullable);

/** The column that holds another table's by its name alone, where that tells its rows apart, whatever else links the two: `hold_id` of bookings beside holds of one seat each. */
export const ownNamed = (from: Table, to: Table, column: string): string | undefined =>
  isUnique(to, column) ? namedAfter(from, to, column) : undefined;

/**
 * What a table is called in another's columns: without what both begin with, `hold` of `t_hold` beside `t_seat`, and without what both are of,
 * `hold` of `seat_hold` in a booking that is of a seat, too.
 */
function ownersOf(from: Table, to: Table): string[] {
  const [first, ...rest] = stems(to.name);
  const isShared = rest.length > 0 && from !== to && stems(from.name).length > 1 && stems(from.name)[0] === first;
  const last = isOfTheSame(from, to) ? [stems(to.name).at(-1) ?? ""] : [];
  return [singular(plain(to.name)), ...(isShared ? [rest.join("")] : []), ...last];
}

const isOfTheSame = (from: Table, to: Table): boolean =>
  to.foreignKeys.some(
    ({ table }) =>
      stems(to.name).length === stems(table).length + 1 &&
      stems(table).every((word, n) => stems(to.name)[n] === word) &&
      from.foreignKeys.some((key) => key.table === table),
  );

/** `seat_id` for the `id` of `seats`; `event_id` for its `event_id`, though never one's own `id` for another's. */
function namedAfter(from: Table, to: Table, column: string): string | undefined {
  const owners = ownersOf(from, to);
  const named = (name: string): string => plain(name).replace(ofNow, "");
  const isWhole = (name: string): boolean => owners.some((owner) => name === owner + plain(column));
  const long =
    from.columns.find(({ name }) => isWhole(plain(name))) ?? from.columns.find(({ name }) => isWhole(named(name)));
  if (long !== undefined) return long.name;
  if (plain(column) === "id" || plain(column) === "uuid") {
    return from.columns.find(({ name }) => owners.includes(plain(name)))?.name;
  }
  return from.columns.find(({ name }) => isSameName(name, column))?.name;
}

/** Whether a link is to the one of several rows that is in force. */
export const isOfNow = ({ pairs }: Link): boolean => pairs.some(([own]) => ofNow.test(plain(own)));

/** Of all the holds that a seat has had `current_hold_id` is the one that it has now. */
const ofNow =
  /^(?:current|active|live|latest|aktuell(?:e[rs]?)?|aktiv(?:e[rs]?)?|actuel(?:le)?|actual|activ[oa]|atual|attuale|huidige|aktualn[aey])/;
