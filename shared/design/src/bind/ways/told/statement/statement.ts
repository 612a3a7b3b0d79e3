import type { Table } from "@proofroom/domain/design/model";
import type { Value } from "@proofroom/domain/design/step";
import { remembered } from "../../../../text/remembered.ts";

/** A name as a pattern, in whatever spelling: `held_until` is `heldUntil` in code. */
export const literally = remembered((name: string): string =>
  name.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&").replace(/(?<=[^_])_(?=[^_])/g, "_?"),
);

export const isNamedIn = (text: string, column: string): boolean => column !== "" && naming(column).test(text);

/** Each clause of a design is asked for each of its tables and columns. */
const naming = remembered((column: string): RegExp => new RegExp(`\\b${literally(column)}\\b`, "i"));

/** Whether a condition is that the row is still the one that was read: `version = ?`, `xmin = $2`. */
export const isVersioned = (condition: string): boolean =>
  /\b(?:\w*version|xmin|\w*revision|rev|etag|optlock|concurrency_?\w+)\b["`]?\s*=/i.test(condition);

const longest = 300;

/** A table in a statement, in quotes, of a schema or under another name, as a pattern. */
export const tableNamed = (name: string): string =>
  `(?:"?\\w+"?\\.)?"?${literally(name)}"?(?:\\s+(?:as\\s+)?(?!set\\b|where\\b|join\\b)\\w+)?`;

/** What an update sets, and what it asks of the rows. */
export interface Update {
  sets: string;
  where: string;
}

/** An update of a table that writes what a step does; null where there is none, or where it leaves something out. */
export function updateIn(text: string, table: Table, set: Record<string, Value>): Update | null {
  const written = updatesIn(text, table).find(({ sets, behind }) => setsTheSame(sets, set) && !/^[;`]/.test(behind));
  if (written === undefined) return null;
  const where = whole(written.behind.replace(/[;`][^]*$/, ""));
  return where === null ? null : { sets: written.sets, where };
}

/** An update as it stands in a text. */
interface WrittenUpdate {
  sets: string;
  /** What stands behind `where`, as far as a statement can be long. */
  behind: string;
  /** Where the statement begins. */
  at: number;
}

/** Wherever a text updates rows of a table; code in backticks that is over before it asks anything has no condition. */
export function updatesIn(text: string, { name }: Table): WrittenUpdate[] {
  const update = new RegExp(
    `\\bupdate\\s+(?:only\\s+)?${tableNamed(name)}\\s+set\\s([^;]{1,${longest}}?)\\swhere\\s`,
    "gi",
  );
  return [...text.matchAll(update)].flatMap(({ index, 0: words, 1: sets = "" }) => {
    const asksAt = index + words.length;
    const isOverBefore = sets.split("`").length % 2 === 0;
    return isOverBefore ? [] : [{ sets, behind: text.slice(asksAt, asksAt + longest), at: index }];
  });
}

/** As `updateIn`, of a select that looks for a row of a table. */
export function lookIn(text: string, { name }: Table): string | null {
  const select = new RegExp(`\\bfrom\\s+${tableNamed(name)}\\s+where\\s([^;\`]{1,${longest}})`, "i");
  const found = select.exec(text)?.[1];
  return found === undefined ? null : whole(found);
}

/** As `updateIn`, of a delete of a table's rows. */
export function deleteIn(text: string, { name }: Table): string | null {
  const deletes = new RegExp(`\\bdelete\\s+from\\s+${tableNamed(name)}\\s+where\\s([^;\`]{1,${longest}})`, "i");
  const found = deletes.exec(text)?.[1];
  return found === undefined ? null : whole(found);
}

/** Of an insert that overwrites the row which is there: by which columns there is one, and what is asked of it, as `updateIn` has it. */
export function upsertIn(text: string, { name }: Table): { by: string[]; where: string } | null {
  const upsert = new RegExp(
    `\\binsert\\s+into\\s+${tableNamed(name)}(?![\\w.])[^;\`]{1,${longest}}?\\bon\\s+conflict\\s{0,3}\\(([\\w\\s,"]{1,80})\\)\\s{0,9}do\\s+update\\s+set\\s[^;\`]{1,${longest}}?\\swhere\\s([^;\`]{1,${longest}})`,
    "i",
  );
  const [, by = "", asked = ""] = upsert.exec(text) ?? [];
  const where = whole(asked);
  return by === "" || where === null
    ? null
    : {
        by: by
          .replaceAll('"', "")
          .split(",")
          .map((one) => one.trim()),
        where,
      };
}

/** What each select that looks among a table's rows, also beside others', asks of them; what leaves something out is as far as it goes. */
export function looksIn(text: string, { name }: Table): string[] {
  const select = new RegExp(
    `\\bselect\\s[^;]{1,${longest}}?\\b(?:from|join)\\s+${tableNamed(name)}(?![\\w.])[^;]{0,${longest}}?\\swhere\\s([^;\`]{1,${longest}})`,
    "gi",
  );
  return [...text.matchAll(select)].map(([, asked = ""]) => asked);
}

/** A statement that adds rows to a table, where it is nothing but that. */
export function addingTo(text: string, { name }: Table): string | null {
  const insert = new RegExp(`\\binsert\\s+into\\s+${tableNamed(name)}(?![\\w.])[^;\`]{0,${longest}}`, "i");
  const found = insert.exec(text)?.[0];
  return found === undefined || /\bdo\s+update\b|\.\.\s*where|…\s*where/i.test(text) ? null : found.trim().slice(0, 80);
}

/** What adds a row to a table and says which row that is there it takes the place of, in one statement or in one before it; whole only. */
export function takingOver(text: string, { name }: Table): string | null {
  const into = `\\binsert\\s+into\\s+${tableNamed(name)}(?![\\w.])[^;\`]`;
  const upsert = `${into}{1,${longest * 2}}?\\bdo\\s+update\\s+set\\b[^;\`]{1,${longest}}?\\bwhere\\b[^;\`]{1,${longest}}`;
  const rid = `\\b(?:delete\\s+from|update)\\s+${tableNamed(name)}\\s(?:set\\s)?[^;\`]{0,${longest}}?\\bwhere\\b[^;\`]{1,${longest}}[;\`][^;\`]{0,${longest}}?`;
  const found = [upsert, `${rid}${into}{1,${longest}}`].flatMap((one) => new RegExp(one, "i").exec(text)?.[0] ?? [])[0];
  return found === undefined || /\.\.|…/.test(found) ? null : found.trim();
}

/** Whether a statement asks, changes or deletes rows that a table has. */
export const isAbout = (text: string, { name }: Table): boolean =>
  new RegExp(`\\b(?:from|join|update)\\s+${tableNamed(name)}(?![\\w.])`, "i").test(text);

/** A condition up to its end, which the endpoint's own line is, too; null where it leaves something out. */
export function whole(condition: string): string | null {
  const behind =
    /,?\s+(?:then|returning|insert|select|update|for update|for share|commit|limit|order by|and then)\b|\s(?:get|post|put|patch|delete)\s+\/|\n\s*\n/i;
  const [written = ""] = withinString(condition).split(behind);
  return /\.\.|…/.test(written) ? null : written.trim().replace(/\s+/g, " ");
}

/** A condition up to where the string of code ends that it stands in: `id = @id AND state = 'held'", new { id }, tx)`. */
function withinString(condition: string): string {
  for (const quote of [`"`, `'`]) {
    let isInside = false;
    for (let at = condition.indexOf(quote); at !== -1; at = condition.indexOf(quote, at + 1)) {
      if (!isInside && /^\s{0,3}(?:[,)+]|$)/.test(condition.slice(at + 1, at + 5))) return condition.slice(0, at);
      isInside = !isInside;
    }
  }
  return condition;
}

/** Whether a statement writes what a step writes: none of the texts and numbers that it sets is another one. */
export const setsTheSame = (sets: string, set: Record<string, Value>): boolean =>
  Object.entries(set).every(([column, value]) => {
    const [, text, number] =
      new RegExp(`\\b${literally(column)}"?\\s*=\\s*(?:'([^']*)'|(\\d{1,9})(?![\\w.]))`, "i").exec(sets) ?? [];
    if (number !== undefined) return typeof value !== "number" || Number(number) === value;
    return text === undefined || typeof value !== "string" || value.startsWith("$") || text === value;
  });

/** The text that a statement writes into a column. */
export const setTo = (column: string, sets: string): string | undefined =>
  new RegExp(`\\b${literally(column)}"?\\s*=\\s*'([^']*)'`, "i").exec(sets)?.[1];

export const withoutSets = (told: string): string => told.replace(/\bset\s[^;]{1,300}?(?:\swhere\b|`|$)/gim, " ");

export function isTime(column: string, { columns }: Table): boolean {
  const own = columns.find(({ name }) => name === column);
  return own?.type.startsWith("time") === true || own?.type.startsWith("date") === true;
}
