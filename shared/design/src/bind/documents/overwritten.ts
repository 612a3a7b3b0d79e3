import type { Table } from "@proofroom/domain/design/model";
import type { Value } from "@proofroom/domain/design/step";
import { wordsIn } from "../names.ts";
import { literally } from "../ways/told/statement/statement.ts";
import { isOverwrittenInWords, isRenewedInWords } from "./overwritten-in-words.ts";
import { type CalledUpsert, isSame } from "./upserts/called-upserts.ts";

/**
 * The columns that a row takes over from an insert which its value refuses, as a statement says: `on conflict (code) do update set url =
 * excluded.url`, without a condition, or as words do, of what is `about` the request. None where none says so, or where nothing that is
 * sent is taken over.
 */
export function overwrittenIn(
  column: string,
  table: Table,
  values: Readonly<Record<string, Value>>,
  texts: readonly string[],
  {
    about = [],
    upserts = [],
    doing = "",
  }: { about?: readonly string[]; upserts?: readonly CalledUpsert[]; doing?: string } = {},
): string[] {
  const written = setOnConflict(column, table, texts, upserts).filter((one) => isSent(values[one]));
  if (written.length > 0) return written;
  const told = texts.some((text) => isOverwrittenInWords(column, text)) || isRenewedInWords(column, doing);
  return told ? about.filter((one) => one !== column && isSent(values[one])) : [];
}

/** The columns that an insert into a table has the row of a taken value take over, as the first statement says that has one without a condition, or a call of the code. */
export function setOnConflict(
  column: string,
  table: Table,
  texts: readonly string[],
  upserts: readonly CalledUpsert[] = [],
): string[] {
  const called = upserts.find(({ by, sets }) => sets.length > 0 && (by === null || isSame(by, column)));
  if (called !== undefined) return called.sets.filter((one) => one !== column);
  return takenOnConflict([column], table, texts, () => false)?.sets ?? [];
}

/** What the row that is there takes over, and in which columns it has to be alike for that. */
export interface TakenOver {
  sets: string[];
  alike: string[];
}

/**
 * The same as a statement says whose target are these columns, all of them: `on conflict (user_id, request_id) do update set code = excluded.code
 * where link.url = excluded.url`, as far as its condition asks only for what `isAlike` in a request that comes again.
 */
export function takenOnConflict(
  target: readonly string[],
  table: Table,
  texts: readonly string[],
  isAlike: (column: string) => boolean,
): TakenOver | null {
  const name = wordsIn(table.name).join("_");
  for (const text of texts) {
    for (const [, into = "", columns = "", constraint = "", , set = ""] of text.matchAll(upsert)) {
      const isMeant = wordsIn(into).join("_") === name && isTarget(target, columns, constraint, table);
      const [own = ""] = set.split(over);
      const [assigned = "", ...conditions] = own.split(/\bwhere\b/i);
      const alike = conditions.flatMap((one) => one.split(/\band\b/i)).map((one) => sameAgain.exec(one)?.[1]);
      if (!isMeant || !alike.every((one) => one !== undefined && isAlike(one))) continue;
      const sets = table.columns
        .map((one) => one.name)
        .filter((one) => !target.includes(one) && assigns(assigned, one));
      if (sets.length > 0) return { sets, alike: alike.filter((one) => one !== undefined) };
    }
  }
  return null;
}

/** By its columns in any order, or by the name of what keeps them unique; without either it is any. */
function isTarget(target: readonly string[], columns: string, constraint: string, { name, indexes }: Table): boolean {
  if (constraint !== "") {
    const own = indexes.find((one) => one.name === constraint)?.columns;
    const words = wordsIn(constraint.slice(constraint.startsWith(`${name}_`) ? name.length : 0)).join(" ");
    return own === undefined
      ? target.every((one) => ` ${words} `.includes(` ${wordsIn(one).join(" ")} `))
      : isList(own);
  }
  return columns === "" || isList(columns.split(",").map((one) => one.replaceAll(/["`\s]/g, "")));

  function isList(list: readonly string[]): boolean {
    const words = new Set(list.map((one) => wordsIn(one).join(" ")));
    return words.size === target.length && target.every((one) => words.has(wordsIn(one).join(" ")));
  }
}

/** `links.url = EXCLUDED.url`, `url is not distinct from $2`. */
const sameAgain =
  /^\s{0,20}\(?(?:["`]?\w{1,63}["`]?\.)?["`]?(\w{1,63})["`]?\s{0,9}(?:=|is\s{1,9}not\s{1,9}distinct\s{1,9}from)\s{0,9}(?:excluded\b|[$:?@%])/i;

/** Where a statement within code or prose is over: what stands behind it has conditions of its own. */
const over =
  /\b(?:returning|select|insert|delete|begin|commit)\b|\n\s*\n|"""|(?<=[\w)"'])`(?=\s{0,3}(?:[.:;\n]|,\s{0,3}[^`\s]|$)|\s\p{L})/iu;

const isSent = (value: Value | undefined): boolean => typeof value === "string" && value.startsWith("$body.");

/** `url = EXCLUDED.url`, `"url" = $2`, `url = VALUES(url)`; what is its own value again takes nothing over. */
const assigns = (set: string, column: string): boolean =>
  new RegExp(
    `(?:^|[\\s,"\`(])${literally(column)}["\`]?\\s{0,9}=\\s{0,9}(?:excluded\\b|values\\b|new\\b|[$:?@%])`,
    "i",
  ).test(set);

const upsert =
  /\binsert\s{1,9}into\s{1,9}(?:\w{1,63}\.)?["`]?(\w{1,63})["`]?(?:(?!\binsert\b)[^;]){1,600}?\bon\s{1,9}(?:conflict\s{0,9}(?:\(([^();]{1,200})\)|on\s{1,9}constraint\s{1,9}["`]?(\w{1,63})["`]?)\s{1,9}(?:where\s[^();]{1,120}?\s)?do|(duplicate)\s{1,9}key)\s{1,9}update\s{1,9}(?:set\s{1,9})?([^;]{1,400})/gi;
