import { isMoment } from "@proofroom/domain/design/moment";
import type { Column, Table } from "@proofroom/domain/design/model";
import type { DocumentName } from "@proofroom/domain/document/document";
import { durationsIn } from "../ways/told/time/durations.ts";
import { literally } from "../ways/told/statement/statement.ts";

/**
 * Tables whose columns say from when on a row lasts, where the documents count from there: `held_at < now() - interval '2 minutes'`,
 * "a hold is valid for two minutes from created_at".
 */
export function beginnings(tables: Table[], { api, design }: Record<DocumentName, string>): Table[] {
  const begins = ({ name, comment = "" }: Column): boolean =>
    [design, api, `${name} ${comment}`].some((text) => isCountedFrom(name, text)) &&
    ![design, api].some((text) => isWrittenAsEnd(name, text));
  return tables.map((table) => {
    const moments = table.columns.filter(isMoment);
    // Where an end is kept, nothing has to be counted.
    if (moments.some(({ name }) => isEnd.test(name))) return table;
    const counted = moments.filter(begins);
    if (counted.length !== 1) return table;
    const columns = table.columns.map((column) => (column === counted[0] ? { ...column, isBeginning: true } : column));
    return { ...table, columns };
  });
}

const isEnd =
  /expir|until|till|valid|deadline|ends?(?:_|$|At)|ablauf|bis$|hasta|jusqu|scad|lejar|utgar|wygas|venc|caduc|vigen|(?:^|_)ate$/i;

/** Whether a statement writes a time to come into a column, or compares it with the time now: `until = now() + …`, `until <= now()`. */
const isWrittenAsEnd = (column: string, text: string): boolean =>
  new RegExp(
    `(?<![\\p{L}\\p{N}_])${literally(column)}["\`]?\\s{0,3}(?:=\\s{0,3}now\\(\\)\\s{0,3}\\+|[<>]=?\\s{0,3}(?:now\\(\\)|current_timestamp|clock_timestamp\\(\\))(?!\\s{0,3}-))`,
    "iu",
  ).test(text);

/** Whether a sentence or a statement counts a time from a column on, or back to it. */
function isCountedFrom(column: string, text: string): boolean {
  const called = new RegExp(`(?<![\\p{L}\\p{N}_])${literally(column)}(?![\\p{L}\\p{N}_])`, "giu");
  return [...text.matchAll(called)].some(({ index, 0: name }) => {
    const before =
      text
        .slice(Math.max(0, index - reach), index)
        .split(/[.;!?]\s|\n\s*\n/)
        .at(-1) ?? "";
    const [behind = ""] = text.slice(index + name.length, index + name.length + reach).split(/[.;!?]\s|\n\s*\n/);
    return (
      (durationsIn(behind).length > 0 && countsBehind.test(behind)) ||
      addsColumn.test(behind) ||
      (durationsIn(before).length > 0 && countsBefore.test(before))
    );
  });
}

const reach = 120;

/** `held_at + 2 min`, `held_at < now() - …`, `held_at is older than two minutes`. */
const countsBehind =
  /^["'`)\]]*\s*(?:\+|[<>]=?|(?:is |was |are |were )?(?:older|more|less|younger|within|not older)|between\b)/i;

/** `locked_at + lock_ttl_seconds`, whose own default says how long that is. */
const addsColumn =
  /^["'`)\]]*\s*\+\s*["'`(]*[\w.]{0,40}(?:ttl|timeout|duration|lifetime|seconds|secs|minutes|window)\w{0,20}/i;

/** "for two minutes from", `now() - interval '2 minutes' >`, "two minutes after". */
const countsBefore =
  /(?:\bfrom|\bafter|\bsince|\bof|[<>]=?|\bab|\bnach|\bdesde|\bdepuis|\bapr[eè]s|\bdespu[eé]s de|\bdopo|\bda|\bap[oó]s)\s+(?:the\s+|its\s+)?["'`(]*$/i;
