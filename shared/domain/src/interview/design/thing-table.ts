import type { Table } from "../../design/model.ts";
import { stem } from "../language/stem.ts";
import { hasMadeKeys } from "../subject.ts";
import type { DesignView } from "./design-view.ts";

/**
 * The table that keeps the things which the problem is about: the one that is called so, else the one that the first endpoint
 * with a capability writes to; null where neither is known.
 */
export function thingTable({ reading, tables, operations }: DesignView): Table | null {
  const names = (reading.subject?.things ?? []).map(wordsOf);
  if (names.length === 0) return null;
  const called = [...tables.values()].flatMap((table) => {
    const fits = names.filter((name) => endsWith(wordsOf(table.name), name));
    return fits.length === 0 ? [] : [{ table, length: Math.max(...fits.map((name) => name.length)) }];
  });
  const [closest] = called.toSorted((a, b) => b.length - a.length);
  const acts = operations.filter(({ operation }) => operation.capability !== undefined).flatMap((one) => one.acts);
  const written = acts.find(({ kind }) => kind === "insert" || kind === "update");
  return closest?.table ?? tables.get(written?.table ?? "") ?? null;
}

/** Whether others fill a table, so that the service neither makes its rows nor their keys. */
export function isGiven({ reading: { subject } }: DesignView, { name }: Table): boolean {
  if (subject === undefined || hasMadeKeys(subject)) return false;
  return isOneOf([...subject.given, ...subject.things], name);
}

/** Whether a table keeps what is only referred to, such as events: what ends there is nothing that the service gave. */
export const isOthers = ({ reading: { subject } }: DesignView, { name }: Table): boolean =>
  isOneOf(subject?.given ?? [], name);

const isOneOf = (singular: readonly string[], table: string): boolean =>
  singular.some((one) => endsWith(wordsOf(table), wordsOf(one)));

/** The words of a name by their stems, as a table has them: `tickets_seats` and `EventSeat` both end in a seat. */
const wordsOf = (name: string): string[] =>
  name
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .map(stem);

const endsWith = (words: readonly string[], end: readonly string[]): boolean =>
  words.length >= end.length && end.every((word, n) => words[words.length - end.length + n] === word);
