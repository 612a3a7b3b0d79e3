import { argumentsIn } from "../../../../text/arguments-in.ts";
import { literally, withoutSets } from "../statement/statement.ts";

/**
 * Whether code asks how a column is: compares it, also through functions, or the variable that it is read into, `select held_until into
 * v_until … if v_until <= now()`. What is only read, set or answered is not asked, and whether a range has an end says nothing of when.
 */
export function isComparedIn(code: string, column: string): boolean {
  const text = withoutSets(code).replaceAll(endless, " ");
  return [column, ...variablesOf(text, column)].some((name) => isCompared(text, name));
}

const endless = /\b(?:(?:upper|lower)_(?:inf|inc)|isempty)\s{0,9}\([^()]{0,120}\)/gi;

const sign = String.raw`(?:@>|<@|[<>=!]=?|<>|\b(?:is|in|between)\b)`;
/** `coalesce(upper(` before what is looked at, and `), '-infinity')` behind it. */
const opened = String.raw`(?:\w{0,30}\(\s{0,9}){0,4}`;
const closed = String.raw`\s{0,9}(?:(?:,\s{0,9}(?:'[^']{0,40}'|[\w.]{1,60}(?:\(\))?)\s{0,9})?\)\s{0,9}){0,4}`;
const clock = String.raw`(?:now|clock_timestamp|statement_timestamp|transaction_timestamp|current_timestamp|localtimestamp)\b(?:\s{0,3}\(\))?`;

function isCompared(text: string, name: string): boolean {
  const called = String.raw`(?<!\w)["\`]?${literally(name)}["\`]?(?!\w)`;
  const patterns = [
    `${called}${closed}${sign}`,
    String.raw`(?<!:)${sign}\s{0,9}${opened}(?:\w{1,63}\.)?${called}`,
    // How much is left: `v_until - now() <= interval '0'`.
    String.raw`${called}${closed}-\s{0,9}${clock}`,
    String.raw`${clock}\s{0,9}-\s{0,9}${opened}(?:\w{1,63}\.)?${called}`,
  ];
  return patterns.some((one) => new RegExp(one, "i").test(text));
}

/** The variables that the column, or what a function makes of it, is read into: at its place in the list of a `select … into …`, or by `:=`. */
function variablesOf(text: string, column: string): string[] {
  const isIt = new RegExp(`(?<!\\w)${literally(column)}["\`]?${closed}(?:\\bas\\s\\w{1,63}\\s*)?$`, "i");
  const behind = text.matchAll(/\bselect\s([^;]{1,300}?)\sinto\s(?:strict\s)?([^;]{1,200}?)\sfrom\s/gi);
  const last = text.matchAll(/\bselect\s([^;]{1,300}?)\sfrom\s[^;]{1,300}?\sinto\s(?:strict\s)?([^;]{1,200});/gi);
  const read = [...behind, ...last].flatMap(([, list = "", into = ""]) => {
    const at = argumentsIn(list).findIndex((one) => isIt.test(one.trim()));
    const variable = at === -1 ? undefined : into.split(",")[at]?.trim();
    return variable === undefined || !/^\w+$/.test(variable) ? [] : [variable];
  });
  const given = [...text.matchAll(/(?<![\w.])(\w{1,63})\s{0,9}:=\s{0,9}([^;]{1,200});/g)].flatMap(
    ([, variable = "", value = ""]) => (isIt.test(value.trim()) ? [variable] : []),
  );
  return [...read, ...given];
}
