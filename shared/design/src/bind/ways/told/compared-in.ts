import { literally, withoutSets } from "./statement.ts";

/**
 * Whether code asks how a column is: compares it, or the variable that it is read into, `select held_until into v_until … if v_until <=
 * now()`. What is only read, set or answered is not asked.
 */
export function isComparedIn(code: string, column: string): boolean {
  const text = withoutSets(code);
  return [column, ...variablesOf(text, column)].some((name) => isCompared(text, name));
}

const sign = String.raw`(?:[<>=!]=?|<>|\b(?:is|in|between)\b)`;

function isCompared(text: string, name: string): boolean {
  const called = String.raw`(?<!\w)["\`]?${literally(name)}["\`]?(?!\w)`;
  const pattern = String.raw`${called}\s{0,9}\)?\s{0,9}${sign}|(?<!:)${sign}\s{0,9}(?:lower|upper|coalesce)?\(?\s{0,9}(?:\w{1,63}\.)?${called}`;
  return new RegExp(pattern, "i").test(text);
}

/** The variables at whose place in the list of a `select … into …` the column stands. */
function variablesOf(text: string, column: string): string[] {
  return [...text.matchAll(/\bselect\s([^;]{1,300}?)\sinto\s(?:strict\s)?([^;]{1,200}?)\sfrom\s/gi)].flatMap(
    ([, read = "", into = ""]) => {
      const at = read
        .split(",")
        .findIndex((one) => new RegExp(`(?<!\\w)${literally(column)}["\`]?\\s*$`, "i").test(one));
      const variable = at === -1 ? undefined : into.split(",")[at]?.trim();
      return variable === undefined || !/^\w+$/.test(variable) ? [] : [variable];
    },
  );
}
