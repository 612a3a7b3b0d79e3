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
  const name = wordsIn(table.name).join("_");
  for (const text of texts) {
    for (const [, into = "", target = "", , set = ""] of text.matchAll(upsert)) {
      const isMeant =
        wordsIn(into).join("_") === name && (target === "" || wordsIn(target).join(" ") === wordsIn(column).join(" "));
      const [own = ""] = set.split(over);
      if (!isMeant || /\bwhere\b/i.test(own)) continue;
      const taken = table.columns.map((one) => one.name).filter((one) => one !== column && assigns(own, one));
      if (taken.length > 0) return taken;
    }
  }
  return [];
}

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
  /\binsert\s{1,9}into\s{1,9}(?:\w{1,63}\.)?["`]?(\w{1,63})["`]?(?:(?!\binsert\b)[^;]){1,600}?\bon\s{1,9}(?:conflict\s{0,9}\(\s{0,9}["`]?(\w{1,63})["`]?\s{0,9}\)\s{1,9}do|(duplicate)\s{1,9}key)\s{1,9}update\s{1,9}(?:set\s{1,9})?([^;]{1,400})/gi;
