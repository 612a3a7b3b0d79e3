import type { Column, Endpoint, Table } from "@proofroom/domain/design/model";
import type { KeySource } from "@proofroom/domain/design/key-words";
import type { Idempotency, Value } from "@proofroom/domain/design/step";
import { holdsKey, isTextColumn, isWholeNumber } from "../../schema/column-kind.ts";
import { besideKey, isAnswer, isHash } from "./beside-key.ts";
import { callerFor, isOwner, ownsRowsOf } from "../owner/caller.ts";
import { fillsItself, isUnique, mustBeFilled } from "../column-of.ts";
import { isKeyWord, keyColumn, ownersBeside, withinOf } from "./idempotency.ts";
import { isSameName, spaced, stems } from "../names.ts";
import { whenReused } from "@proofroom/domain/design/refusal-status";
import { meanAlike, type Sense } from "../sense.ts";

/** Where a key is kept beside the rows of a table, with all that an insert there has to fill. */
export interface KeptKey {
  table: Table;
  column: string;
  values: Record<string, Value>;
  /** Whose key it is, where others may send the same. */
  within?: Record<string, Value>;
  /** The column that keeps what was answered. */
  answer?: string;
  hash?: string;
  /** What a repeated send with another content is refused with, where a hash tells. */
  refuses?: number;
  /** What shows that a column holds the made row, where no foreign key says it. */
  because: string[];
}

interface Given {
  tables: Table[];
  senses: Sense[];
  endpoint: Endpoint;
}

/** A table that is made for keys, of which one column tells nothing of what it holds, with what that may be. */
interface Unclear {
  column: string;
  could: { label: string; kept: KeptKey }[];
}

/** Where keys are kept that name the rows of a table, or what was answered: one that refers to them before all others. */
export function keyKeptFor(target: Table, { tables, senses, endpoint }: Given): KeptKey | undefined {
  const isNamed = /^\w+$/.test(target.name);
  const found = tables
    .filter((one) => one !== target && !ownsRowsOf(one, target) && isNamed)
    .map((keys) => ({ keys, column: columnOf(keys) }));
  for (const pointing of [pointerByKey, pointerByName, noPointer]) {
    for (const { keys, column } of found) {
      const pointer = column === undefined ? null : pointing(keys, column, target, senses);
      const kept = column === undefined || pointer === null ? null : keptIn(keys, column, target, endpoint, pointer);
      if (kept !== null) return kept;
    }
  }
  return undefined;
}

/** Where keys might be kept, if one knew what stands beside them; what is likeliest comes first. */
export function unclearKey(target: Table, { tables, endpoint }: Given): Unclear | undefined {
  for (const keys of tables.filter((one) => one !== target && !ownsRowsOf(one, target))) {
    const column = columnOf(keys);
    const strange = keys.columns.filter(
      (one) => one.name !== column && mustBeFilled(one) && besideKey(one, endpoint, target) === undefined,
    );
    const [own, other] = strange;
    if (column === undefined || own === undefined || other !== undefined) continue;
    const identities = target.columns.filter(({ name }) => isUnique(target, name)).toReversed();
    const rows = identities.flatMap((one) => {
      const pointer = { own: own.name, referred: one.name, because: [] };
      const kept = canHold(own, one) ? keptIn(keys, column, target, endpoint, pointer) : null;
      return kept === null ? [] : [{ label: `${own.name} holds ${target.name}.${one.name}`, kept }];
    });
    const answered = family(own) === "text" || own.type.startsWith("json");
    const kept = answered ? keptIn(keys, column, target, endpoint, "none", own.name) : null;
    const could = [...rows, ...(kept === null ? [] : [{ label: `${own.name} holds what was answered`, kept }])];
    if (could.length > 0) return { column: `${keys.name}.${own.name}`, could };
  }
  return undefined;
}

/** How the place of a kept key is said in an operation. */
export const placeOf = (source: KeySource, { table, column, within, answer, hash, refuses }: KeptKey): Idempotency => ({
  ...source,
  column: `${table.name}.${column}`,
  ...(within === undefined ? {} : { within }),
  ...(answer === undefined ? {} : { answer }),
  ...(hash === undefined || refuses === undefined ? {} : { hash, else: refuses }),
});

/** The column of a table that is made for keys. */
function columnOf(keys: Table): string | undefined {
  const isForKeys = stems(keys.name).some(isKeyWord) || keys.columns.some(({ name }) => aKey.test(name));
  const refers = new Set(keys.foreignKeys.flatMap(({ columns }) => columns));
  const texts = keys.columns.filter(
    (column) =>
      holdsKey(column) &&
      column.default === undefined &&
      ownersBeside(keys, column.name) !== undefined &&
      !refers.has(column.name),
  );
  return keyColumn(keys) ?? (isForKeys && texts.length === 1 ? texts[0]?.name : undefined);
}

/** What a key is called where its table alone says of what. */
const aKey = /^(?:key|cle|clé|clef|clave|chave|chiave|schluessel|schlüssel)$/i;

/** The columns of a key's row that name the row that was made, each with the column that it names. */
type Pointer = { own: string; referred: string; because: string[] } | "none";

/** By the foreign key of one column. */
export function pointerByKey(keys: Table, column: string, target: Table): Pointer | null {
  const key = keys.foreignKeys.find(({ table, columns }) => table === target.name && columns.length === 1);
  const own = key?.columns[0];
  const referred = key?.references[0] ?? (target.primaryKey.length === 1 ? target.primaryKey[0] : undefined);
  return own === undefined || referred === undefined || own === column ? null : { own, referred, because: [] };
}

/** Without a foreign key: by a name that is the row's own, or that says that this is what was made. */
function pointerByName(keys: Table, column: string, target: Table, senses: Sense[]): Pointer | null {
  const refers = new Set(keys.foreignKeys.flatMap(({ columns }) => columns));
  const own = keys.columns.filter((one) => one.name !== column && !fillsItself(one) && !refers.has(one.name));
  const identities = target.columns.filter(({ name }) => isUnique(target, name));
  for (const isMeant of [isRowsName, isAlias, isMade]) {
    for (const one of own) {
      const named = identities.find((other) => canHold(one, other) && isMeant(one, other, target, senses));
      if (named === undefined) continue;
      const because = [`${keys.name}.${one.name} holds ${target.name}.${named.name}, as its name says`];
      return { own: one.name, referred: named.name, because };
    }
  }
  return null;
}

const noPointer = (keys: Table, column: string): Pointer | null =>
  keys.columns.some((one) => one.name !== column && isAnswer(one)) ? "none" : null;

const bare = (name: string): boolean => /^(?:id|uuid|pk|guid|key)$/i.test(name);

/** `short_id` of a row called so, `booking_id` of `seat_bookings.id`. */
function isRowsName(one: Column, other: Column, target: Table): boolean {
  if (!bare(other.name) && isSameName(one.name, other.name)) return true;
  const words = stems(target.name);
  return words.some((_, n) => {
    const thing = words.slice(n).join(" ");
    return spaced(one.name).endsWith(spaced(`${thing} ${other.name}`)) || isSameName(one.name, thing);
  });
}

const isAlias = (one: Column, other: Column, _target: Table, senses: Sense[]): boolean =>
  !bare(one.name) && !bare(other.name) && meanAlike(one.name, other.name, senses);

const madeWords = /^(?:result|resource|entity|object|record|row|response|created|target|reference|ref|output|item)$/;

const isMade = (one: Column, other: Column, target: Table): boolean => {
  const [first = "", last] = stems(one.name);
  const isKey = target.primaryKey.length === 1 && target.primaryKey[0] === other.name;
  return madeWords.test(first) && last !== undefined && (isKey ? /^(?:id|uuid|ref|key)$/ : /^code$/).test(last);
};

const family = (column: Column): string =>
  isTextColumn(column) ? "text" : isWholeNumber(column) ? "number" : column.type;

/** A text takes whatever names a row. */
const canHold = (one: Column, other: Column): boolean => family(one) === "text" || family(one) === family(other);

/** All that has to be filled there; null where something has to be that nothing fills. */
export function keptIn(
  keys: Table,
  column: string,
  target: Table,
  endpoint: Endpoint,
  pointer: Pointer,
  answerIn?: string,
): KeptKey | null {
  const values: Record<string, Value> =
    pointer === "none" ? {} : { [pointer.own]: `$${target.name}.${pointer.referred}` };
  const isFree = ({ name }: Column): boolean => name !== column && !Object.hasOwn(values, name);
  const answer = answerIn ?? keys.columns.find((one) => isFree(one) && isAnswer(one))?.name;
  const hash = keys.columns.find(isHash)?.name;
  for (const own of keys.columns) {
    const { name } = own;
    if (isFree(own) && mustBeFilled(own) && isOwner(own, keys)) values[name] = callerFor(own, endpoint);
    if (!isFree(own) || name === answer || (name !== hash && !mustBeFilled(own))) continue;
    const value = besideKey(own, endpoint, target);
    if (value === undefined) return null;
    values[name] = value;
  }
  const within = withinOf(keys, column, values);
  if (within === undefined) return null;
  return {
    table: keys,
    column,
    values,
    ...within,
    ...(answer === undefined ? {} : { answer }),
    ...(hash === undefined ? {} : { hash, refuses: whenReused(endpoint) }),
    because: pointer === "none" ? [] : pointer.because,
  };
}
