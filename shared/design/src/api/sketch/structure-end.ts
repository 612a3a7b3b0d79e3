import { closingOf, type Effort } from "./scanner.ts";

/** The end of a line, or of the brackets that it opens and does not close, also that of an answer behind a body. */
export function structureEnd(text: string, from: number, lineEnd: number, effort: Effort): number {
  let end = lineEnd;
  for (let start = from; ;) {
    const open = text.slice(start, end).search(/(?<!\/)[{[]\s*(?:(?:\/\/|#).*)?$/);
    const closed = open === -1 ? null : closingOf(text, start + open, effort);
    if (closed === null) return end;
    const next = text.indexOf("\n", closed);
    end = next === -1 ? text.length : next;
    start = closed;
  }
}
