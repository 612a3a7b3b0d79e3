import type { Table } from "@proofroom/domain/design/model";
import { tableNamed } from "../ways/told/statement/statement.ts";

/** A statement that reads rows of one table, in its parts; what it leaves out, `WHERE …`, is no part of one. */
export interface Select {
  columns: string;
  /** Null where it asks nothing of the rows. */
  where: string | null;
  order: string | null;
}

const longest = 300;

/** What a text reads of a table alone, without those of other tables beside it. */
export function selectsIn(text: string, { name }: Table): Select[] {
  const select = new RegExp(
    `\\bselect\\s([^;\`]{1,${longest}}?)\\sfrom\\s+${namedAlone(name)}(?![\\w.])([^;\`]{0,${longest}})(?=([;\`])?)`,
    "gi",
  );
  return [...text.matchAll(select)].flatMap(([, columns = "", behind = "", end]) => {
    const [rest = ""] = behind.split(/\n\s*\n|\s(?:->|=>(?!\s?\d{1,6}\))|→|–|—)|\bfor\s+(?:update|share)\b/i);
    const parts = rest.split(/\b(where|order\s+by|limit|offset|fetch\s+(?:first|next)|group\s+by|having)\b/i);
    const [before = ""] = parts;
    const partOf = (word: RegExp): string | null => {
      const at = parts.findIndex((part, n) => n % 2 === 1 && word.test(part));
      return at === -1 ? null : (parts[at + 1] ?? "").trim().replace(/\s+/g, " ");
    };
    const isSql = isList(columns) && before.trim() === "" && (parts.length > 1 || end !== undefined);
    if (!isSql || /\.\.|…/.test(`${columns}${rest}`) || partOf(/^(?:group|having)/i) !== null) return [];
    const where = partOf(/^where/i);
    return [{ columns: columns.trim(), where: where === null ? null : untilProse(where), order: partOf(/^order/i) }];
  });
}

/** Another name for it is none of the words that go on with the statement. */
const namedAlone = (name: string): string =>
  tableNamed(name).replace("(?!set\\b", "(?!order\\b|limit\\b|group\\b|for\\b|left\\b|inner\\b|cross\\b|set\\b");

/** `*`, `l.code, l.url`, `count(*) as n`: a sentence that selects something names no columns so. */
const isList = (columns: string): boolean =>
  columns.includes("(") ||
  columns.split(",").every((one) => /^\s*(?:distinct\s+)?["\w.*]{1,80}(?:\s+as\s+"?\w{1,60}"?)?\s*$/i.test(one));

/** A part of a statement up to where the sentence around it goes on: `code = $1, else 404`. */
function untilProse(part: string): string {
  let depth = 0;
  for (let at = 0; at < part.length; at++) {
    depth += part[at] === "(" ? 1 : part[at] === ")" ? -1 : 0;
    if (depth < 0 || (depth === 0 && /^[,.:](?:\s|$)/.test(part.slice(at, at + 2)))) return part.slice(0, at);
  }
  return part;
}
