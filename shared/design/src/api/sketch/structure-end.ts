import { methodIn } from "./endpoint-line.ts";
import type { Line } from "./key-block.ts";
import { closingOf, type Effort } from "./scanner.ts";

/** The end of a line, or of the brackets that it opens and does not close, also that of an answer behind a body. */
export function structureEnd(text: string, from: number, lineEnd: number, effort: Effort): number {
  let end = lineEnd;
  for (let start = from; ;) {
    const closed = closedBelow(text, start, end, effort);
    if (closed === null) return end;
    const next = text.indexOf("\n", closed);
    end = next === -1 ? text.length : next;
    start = closed;
  }
}

const longestLine = 20_000;

/** The same, of what stands from a column of a line on. */
export const endOf = (text: string, { text: line, from }: Line, at: number, effort: Effort): number =>
  structureEnd(text, from + at, from + Math.min(line.length, longestLine), effort);

/** Past the end of the first bracket that a line opens and another one closes; none where an endpoint stands between them. */
function closedBelow(text: string, from: number, end: number, effort: Effort): number | null {
  const openAtEnd = text.slice(from, end).search(/(?<!\/)[{[]\s*(?:(?:\/\/|#).*)?$/);
  if (openAtEnd !== -1) return closingOf(text, from + openAtEnd, effort);
  for (let start = from; ;) {
    const open = text.slice(start, end).search(/(?<!\/)[{[]/);
    if (open === -1) return null;
    const closed = closingOf(text, start + open, effort);
    if (closed !== null && closed > end) return isOne(text.slice(end, closed)) ? closed : null;
    start = closed ?? start + open + 1;
  }
}

const isOne = (lines: string): boolean => lines.split("\n").every((line) => methodIn(line) === null);
