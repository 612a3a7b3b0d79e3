import type { Table } from "@proofroom/domain/design/model";
import { saysCount } from "../documents/says-count.ts";
import { isNotDone } from "../ways/told/done/not-done.ts";
import { literally, tableNamed } from "../ways/told/statement/statement.ts";
import type { Told } from "./told-of-worker.ts";

/** A column of a table's rows that is counted up by one, with the words for it. */
export interface Counted {
  column: string;
  /** The column by which a statement finds the row; undefined where it is only said. */
  by: string | undefined;
  said: string;
}

/**
 * What a worker counts up in one of these rows: `UPDATE links SET clicks = clicks + 1 WHERE code = $1`, the same of an ORM, or in
 * words. A number that is read and written back is none, nor one of rows that a statement finds by more than one column.
 */
export function countedUp(table: Table, { sentences, texts }: Told): Counted[] {
  const numbers = table.columns.filter(
    ({ name, type }) => /^(?:bigint|integer|smallint|numeric)/.test(type) && !isKey(name, table),
  );
  return numbers.flatMap(({ name }): Counted[] => {
    const stated = texts.flatMap((text) => statedIn(text, table, name) ?? []);
    const [first] = stated;
    if (first !== undefined) return first.by === null ? [] : [{ column: name, by: first.by, said: first.said }];
    const own = new RegExp(`(?<!\\w)${literally(name)}(?!\\w)`, "i");
    const said = sentences.find(
      (one) =>
        own.test(one.said) && (added(name).test(one.said) || saysCount(one.said, name)) && !writesBack.test(one.said),
    );
    return said === undefined ? [] : [{ column: name, by: undefined, said: said.said }];
  });
}

const isKey = (name: string, { primaryKey, foreignKeys }: Table): boolean =>
  primaryKey.includes(name) || foreignKeys.some(({ columns }) => columns.includes(name));

/** "It reads the count, adds one and writes it back": two of these at once are one. */
const writesBack =
  /\b(?:reads?|selects?|loads?|fetch(?:es)?)\b[^.]{0,120}\b(?:writes?|saves?|stores?|updates?|sets?)\b/i;

const value = String.raw`(?:1\b|\$\w+|[:@]\w+|\?|%s|excluded\.\w+)`;
const longest = 300;

/** A statement that adds to a column, and what it finds the row by: one column, or null where it asks for more or leaves something out. */
function statedIn(text: string, table: Table, column: string): { by: string | null; said: string } | undefined {
  const own = `["\`]?${literally(column)}["\`]?`;
  const update = new RegExp(
    `\\bupdate\\s+${tableNamed(table.name)}\\s+set\\s(?:[^;]{0,160}?[\\s,.])?${own}\\s*=\\s*(?:coalesce\\s*\\(\\s*)?(?:\\w+\\.)?${own}(?:\\s*,\\s*0\\s*\\))?\\s*\\+\\s*${value}[^;]{0,160}?\\swhere\\s([^;\`\\n]{1,${longest}})`,
    "i",
  );
  const found = update.exec(text);
  if (found === null || isNotDone(text, found)) return undefined;
  const [said, where = ""] = found;
  const by =
    /^\s*(?:\w+\.)?["`]?(\w+)["`]?\s*=\s*(?:\$\w+|[:@]\w[\w.]*|\?|%s|\w+\.\w+|\{\w+\})(?=\s*$|[\s,.)])(?!\s+(?:and|or)\s+\S{1,60}\s*(?:[=<>!]|is\b|in\b))/i.exec(
      where,
    )?.[1];
  return { by: by ?? null, said };
}

/** `clicks += 1`, `clicks = clicks + 1`, `F("clicks") + 1`, `increment(:clicks)`. */
const added = (column: string): RegExp => {
  const own = literally(column);
  return new RegExp(
    `(?<!\\w)${own}\\s*(?:\\+\\+|\\+=?\\s*1(?!\\d))|\\bF\\(["']${own}["']\\)\\s*\\+|\\bincrement\\w*\\W{0,3}${own}(?!\\w)|\\b${own}\\W{1,4}increment`,
    "i",
  );
};
