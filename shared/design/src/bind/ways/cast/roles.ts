import type { Table } from "@proofroom/domain/design/model";
import type { TableRole } from "@proofroom/domain/problem/way";
import { keyColumn } from "../../key/idempotency.ts";
import { comingAfter } from "./coming-after.ts";
import { isKeptElsewhere } from "./kept-elsewhere.ts";
import { lineOf } from "./line-of.ts";
import { hangsOn, isOfOne, linkOf } from "./links.ts";
import { nameScore, wholeName } from "./name-score.ts";
import { type Cast, isPlayed, played, type PlayedTable } from "./played.ts";
import { tableWords, type TableWords } from "../told/statement/table-words.ts";

/**
 * Finds a design's table for each role; where several could play one, each of them makes a cast of its own, the likeliest first. Every
 * endpoint of a reading asks for the same ones.
 */
export function castsOf(
  roles: Record<string, TableRole>,
  tables: Table[],
  isPutIn: (table: Table) => boolean = putInNowhere,
): Cast[] {
  const found = known.get(isPutIn) ?? new WeakMap<Record<string, TableRole>, { tables: Table[]; casts: Cast[] }>();
  known.set(isPutIn, found);
  const before = found.get(roles);
  if (before?.tables === tables) return before.casts;
  const casts = findCasts(roles, tables, isPutIn);
  found.set(roles, { tables, casts });
  return casts;
}

const putInNowhere = (): boolean => false;

const known = new WeakMap<
  (table: Table) => boolean,
  WeakMap<Record<string, TableRole>, { tables: Table[]; casts: Cast[] }>
>();

function findCasts(roles: Record<string, TableRole>, tables: Table[], isPutIn: (table: Table) => boolean): Cast[] {
  const mayPlay = (table: Table, role: TableRole): boolean => isIdleAtFirst(played(role, table), role, isPutIn);
  const wordsOf = tableWords(tables);
  let casts: Cast[] = [new Map()];
  for (const [name, role] of Object.entries(roles)) {
    const others = Object.values(roles).filter((other) => other !== role);
    casts = casts.flatMap((cast) => {
      if (role.beside !== undefined && !cast.has(role.beside)) return [cast];
      const taken = [...cast.values()].map(({ table }) => table);
      const before = [...cast].flatMap(([other, { table }]) => (isThereBefore(roles[other]) ? [table] : []));
      const free = tables.filter(
        (table) =>
          !taken.includes(table) &&
          !before.some((one) => hangsOn(one, table)) &&
          mayPlay(table, role) &&
          !isAnothers(
            table,
            role,
            others.filter((other) => mayPlay(table, other)),
            wordsOf,
          ),
      );
      const own = free.filter((table) => !isKeptElsewhere(name, played(role, table), role, cast));
      const named =
        role.joins === undefined ? playersOf(role, own, { cast, before }, wordsOf) : joiningOf(role.joins, free, cast);
      const shaped = shapedOf(role, free, cast);
      const fit = named.length > 0 && !isMadeOf(named, shaped, role) ? named : shaped;
      return fit.length === 0 ? [cast] : fit.map((played) => new Map([...cast, [name, played]]));
    });
  }
  return casts.slice(0, 6);
}

/** A reservation without an end that cannot be without an option that has one is what comes of that. */
const isMadeOf = (named: PlayedTable[], [shaped]: PlayedTable[], { shape }: TableRole): boolean =>
  shaped !== undefined &&
  named.every((one) => !shape?.has.every((column) => isPlayed(one, column)) && hangsOn(one.table, shaped.table));

const isThereBefore = (role: TableRole | undefined): boolean => Object.keys(role?.idle ?? {}).length > 0;

/** `hold_seats`: which rows of two tables belong together, where neither of them says so itself. */
function joiningOf([one, other]: [string, string], tables: Table[], cast: Cast): PlayedTable[] {
  const [left, right] = [cast.get(one)?.table, cast.get(other)?.table];
  if (left === undefined || right === undefined || linkOf(left, right) !== null) return [];
  const found = tables.find(
    (table) => linkOf(table, left) !== null && linkOf(table, right) !== null && keyColumn(table) === undefined,
  );
  return found === undefined ? [] : [{ table: found, columns: new Map() }];
}

/** Whatever it is called in whatever language: the only table that looks as the role does, or as all of it where others refer to less. */
function shapedOf(role: TableRole, tables: Table[], cast: Cast): PlayedTable[] {
  const { shape } = role;
  if (shape === undefined) return [];
  const referred = (table: Table): string[] =>
    shape.refers.filter((other) => {
      const target = cast.get(other)?.table;
      const own = (target === undefined ? null : linkOf(table, target))?.pairs.map(([column]) => column) ?? [];
      const isOnce = [table.primaryKey, ...table.uniques].some(
        (list) => list.length > 0 && list.every((column) => own.includes(column)),
      );
      return own.length > 0 && (!shape.once || isOnce);
    });
  const fit = tables
    .map((table) => played(role, table))
    .filter((one) => shape.has.every((column) => isPlayed(one, column)))
    .map((one) => ({ one, refers: referred(one.table).length }))
    .filter(({ refers }) => shape.refers.length === 0 || refers > 0);
  const whole = fit.filter(({ refers }) => refers === shape.refers.length);
  const [only, other] = whole.length > 0 ? whole : fit;
  return only === undefined || other !== undefined ? [] : [only.one];
}

const none: readonly string[] = [];

/** `seat_locks` is called after seats and is the very name of a hold. */
const isAnothers = (table: Table, role: TableRole, others: TableRole[], wordsOf: TableWords): boolean =>
  [role.names, role.also?.names ?? none].every((names) => nameScore(names, wordsOf(table)) < wholeName) &&
  others.some((other) => nameScore(other.names, wordsOf(table)) === wholeName);

/**
 * Whether rows of a table can be there before anybody comes, where the role asks for that. A row that has no word for it, has to say
 * until when it is held, or is put in by a statement of the documents, comes with whoever takes it.
 */
function isIdleAtFirst(
  { table, columns }: PlayedTable,
  { idle }: TableRole,
  isPutIn: (table: Table) => boolean,
): boolean {
  const isSo = ([name, meaning]: [string, string | null]): boolean => {
    const found = columns.get(name);
    if (found === undefined || found.column.nullable) return true;
    if (meaning === null) return found.column.default !== undefined && timeNow.exec(found.column.default) === null;
    const isAllKnown = found.values.size > 0 && found.column.values?.length === found.values.size;
    return found.isGuess || !isAllKnown || found.values.has(meaning);
  };
  const wanted = Object.entries(idle);
  return wanted.every(isSo) && (wanted.length === 0 || !isPutIn(table));
}

const timeNow = /now\s*\(|current_|clock_|local(?:time|date)/i;

/**
 * The tables that play a role best: by the last word of their name, then by any, then by how many of its columns they have, then by
 * how many of the roles that its rows refer to they refer to: a booking names seat and hold, its payment one of them.
 */
function playersOf(
  role: TableRole,
  tables: Table[],
  { cast, before }: { cast: Cast; before: readonly Table[] },
  wordsOf: TableWords,
): PlayedTable[] {
  const about = (role.shape?.refers ?? []).flatMap((other) => cast.get(other)?.table ?? []);
  const referring = (table: Table): number => about.filter((other) => linkOf(table, other) !== null).length;
  const ranked = tables
    .map((table) => ({ ...played(role, table), score: nameScore(role.names, wordsOf(table)) }))
    .concat(
      tables.map((table) => {
        const one = played(role, table);
        const has = role.also?.having.some((column) => isPlayed(one, column)) === true;
        return { ...one, score: has ? nameScore(role.also?.names ?? none, wordsOf(table)) * 0.9 : 0 };
      }),
    )
    .filter(({ score }) => score > 0)
    .map((one) => ({ ...one, refers: referring(one.table) }))
    .toSorted((a, b) => fitness(b).reduce((order, part, n) => order || part - (fitness(a)[n] ?? 0), 0));
  const sold = [...cast.values()].flatMap(({ table, columns }) =>
    columns.get("state")?.values.has("sold") === true && !before.includes(table) ? [table] : [],
  );
  const after = comingAfter(role, ranked, sold, wordsOf);
  // A booking that cannot be without its payment is made last, and is what there is to be had.
  const isBefore = (one: Table): boolean =>
    role.shape?.once === true &&
    ranked.some(
      ({ table, score, refers }) =>
        // What names neither seat nor hold, as a ticket of a booking, comes of what does.
        refers > 0 && table !== one && score === wholeName && hangsOn(table, one) && !after.includes(table),
    );
  // What says which of two it belongs to stands beside that one: `seat_claim` names its `hold`.
  const isBeside = (one: Table): boolean =>
    role.shape?.once === false &&
    role.shape.refers.length > 0 &&
    ranked.some(({ table, score }) => table !== one && score === wholeName && isOfOne(one, table));
  const lasting = ranked.filter(
    ({ table, refers }) => (refers === 0 || !isBefore(table)) && !isBeside(table) && !after.includes(table),
  );
  const [best] = lasting;
  if (best === undefined) return [];
  return lasting
    .filter((one) => fitness(one).every((part, n) => part === fitness(best)[n]))
    .map((one) => lineOf(one, role, tables, cast));
}

/** What counts first comes first. */
const fitness = ({ score, refers, columns }: PlayedTable & { score: number; refers: number }): number[] => [
  score,
  Math.min(refers, 1),
  columns.size,
  refers,
];
