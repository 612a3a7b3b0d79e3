import type { Tell } from "../../text/report.ts";
import type { Answer, Draft } from "./draft.ts";
import { takeHeaderMarks } from "./header-marks.ts";
import { tellNoStatus } from "./no-status.ts";
import { takeProseAnswer } from "./prose-fields.ts";
import { type Scanner, skip, take } from "./scanner.ts";
import { statusInRange } from "../status-range.ts";
import { readShape, tellSurplus } from "./shape.ts";

/**
 * `201 {code} | 409`, `302 to the URL, 404 if unknown`: what stands behind an arrow. Other words are passed over; a header
 * in brackets is one that the request carries.
 */
export function readAnswers(scanner: Scanner, tell: Tell, headers: Draft["headers"] = []): Answer[] {
  scanner.isBelow = true;
  const answers: Answer[] = [];
  let implied: Answer | undefined;
  for (skip(scanner); scanner.at < scanner.end; skip(scanner)) {
    const from = scanner.at;
    const marks = scanner.text[from] === "[" ? takeHeaderMarks(scanner) : [];
    headers.push(...marks);
    if (marks.length > 0 || tellSurplus(scanner, tell)) continue;
    const last = answers.at(-1);
    const range = answers.length === 0 ? take(scanner, /[23]xx(?!\w)/iy) : null;
    const status = range === null ? take(scanner, /[1-5]\d\d(?![\w%.])/y) : String(statusInRange(range));
    const isSaid = answers.some((answer) => answer !== implied && answer.status < 300);
    // `{code}. 201 when made` says the status of what it shows.
    if (status?.startsWith("2") === true && implied !== undefined && !isSaid) implied.status = Number(status);
    else if (status !== null) {
      const schema = Number(status) < 300 ? (listSaid(scanner, tell) ?? takeProseAnswer(scanner)) : null;
      answers.push({ status: Number(status), ...(schema === null ? {} : { schema }), span: { from, to: scanner.at } });
    } else if (take(scanner, ofLetters) !== null || take(scanner, alternative) !== null) continue;
    else if (/[{[]/.test(scanner.text[from] ?? "")) {
      const schema = readShape(scanner, tell);
      const span = { from, to: scanner.at };
      if (last === undefined || last.schema !== undefined) {
        answers.push({ status: 200, schema, span });
        implied ??= answers.at(-1);
      } else last.schema = schema;
    } else if (last === undefined && take(scanner, /redirects?\b/iy) !== null) {
      answers.push({ status: 302, span: { from, to: scanner.at } });
    } else if (last !== undefined && last.status < 300 && take(scanner, /Location\b/y) !== null) {
      last.isLocated = true;
    } else if (!tellNoStatus(scanner, tell) && take(scanner, /[\p{L}\p{N}_:./'"-]+/uy) === null) scanner.at += 1;
  }
  return answers.filter((one, n) => answers.findIndex(({ status }) => status === one.status) === n);
}

/** `404/410`: one or the other. */
const alternative = /(?<=(?<!\d)[1-5]\d\d)\/(?=[1-5]\d\d(?![\w%.]))/y;

/** `[0-9A-Za-z]`: which letters, and no list. */
const ofLetters = /\[\^?\w-\w[^\]\n]{0,40}\]/y;

const list =
  /[`*_]{0,3},?[ \t:]{1,9}(?:(?:OK|with|the|an?|JSON|paged|paginated|sorted)[ \t]+){0,3}(?:list|array)[ \t]+of\b[ \t]*/iy;

/** `200 list of links`, `200 with an array of {code}`: what is listed is what the braces behind it say, if any. */
function listSaid(scanner: Scanner, tell: Tell): Record<string, unknown> | null {
  if (take(scanner, list) === null) return null;
  return { type: "array", items: scanner.text[scanner.at] === "{" ? readShape(scanner, tell) : {} };
}
