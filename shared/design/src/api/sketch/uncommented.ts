import { ofTexts, remembered } from "../../text/remembered.ts";
import { commandIn } from "./command.ts";
import { methodIn } from "./endpoint-line.ts";
import { withHalfWidth } from "./half-width.ts";
import { withPairs } from "./paired-lines.ts";
import { withoutHosts } from "./without-hosts.ts";
import { withoutMarks } from "./without-marks.ts";
import { noUnit, statusNumber } from "./status-number.ts";

/** A command whose URL stands in one of the lines below it. */
function goesOn(lines: readonly string[], n: number): boolean {
  const line = lines[n] ?? "";
  return call.test(line) && /\\\s*$/.test(line.slice(-9)) && commandIn(lines.slice(n, n + 9).join("\n")) !== null;
}

const mark = /^[ \t]*(?:#|\/\/|--)/;

/** Whether a text says an endpoint in one of its lines, if only in a comment. */
export const saysEndpoint = remembered((text: string): boolean => {
  const lines = withoutHosts(withPairs(withoutMarks(withHalfWidth(text)))).split("\n");
  return lines.some(isEndpoint) || lines.some(isCommented) || lines.some((_line, n) => goesOn(lines, n));
}, ofTexts);

/**
 * A table of routes as it stands at the head of a source file, each line behind `#`, `//` or `--`, without these marks and
 * every other sign where it was; a text that says an endpoint in any other line is as it is, since what is commented out
 * there is not meant.
 */
export const uncommented = remembered((document: string): string => {
  const text = withoutHosts(withPairs(withoutMarks(withHalfWidth(document.replace(/^\ufeff/, " ")))));
  const lines = text.split("\n");
  if (lines.some((line) => call.test(line))) return withShown(lines).join("\n");
  if (lines.some(isEndpoint) || !lines.some(isCommented)) return lines.map(answer).join("\n");
  return lines.map(bare).join("\n");
}, ofTexts);

/** `# 409 {"error": "taken"}` below a request that is shown: what it is answered. */
const answer = (line: string): string => (ofAnswer.test(line) ? bare(line) : line);

const ofAnswer = new RegExp(
  `^[ \\t]*(?:#|//)[ \\t]{0,9}${statusNumber}(?=[ \\t]*(?:[{[(:,|]|$)|[ \\t]+${noUnit})`,
  "iu",
);

const call = /^[ \t]*(?:[-*+•>][ \t]+)?(?:[$`][ \t]*)?(?:curl|https?|xh)[ \t]/;

/** A script of calls shows in comments what comes back, `# HTTP/1.1 201 Created`: that is written as it stands below a call in a transcript. */
function withShown(lines: readonly string[]): string[] {
  let isBelow = false;
  return lines.map((line) => {
    isBelow ||= call.test(line);
    if (isBelow && escaped.test(line)) return line.replaceAll(/\\"([^"\n]{0,400}?)\\"/g, ' "$1" ');
    return isBelow && shown.test(line) ? bare(line) : answer(line);
  });
}

/** `-d "{\"url\": \"…\"}"`: JSON in a text of double quotes. */
const escaped = /[{[][ \t]{0,9}\\"/;

/** A line of an answer, a header, JSON, or a status behind an arrow. */
const shown =
  /^[ \t]*(?:#|\/\/)[ \t]*(?:HTTP\/[\d.]|[<>][ \t]?HTTP|[{[]|[Ll]ocation:|[^\n]{0,120}(?:->|=>|→)[ \t]{0,4}[2-5]\d\d\b)/;

const isEndpoint = (line: string): boolean => methodIn(line) !== null || (row.test(line) && /[|\s`]\//.test(line));

/** A row of a table whose method does not stand first. */
const row = /\|[ \t`*_]{0,9}(?:GET|POST|PUT|PATCH|DELETE)[ \t`*_]{0,9}(?:[|/]|$)/;

const isCommented = (line: string): boolean => line.includes("/") && mark.test(line) && isEndpoint(bare(line));

const bare = (line: string): string => line.replace(mark, (found) => " ".repeat(found.length));
