/**
 * A text whose every line ends with LF: a carriage return before it is a blank, and one alone, as old editors write it, ends a
 * line too. Offsets stay.
 */
export const withLineEnds = (text: string): string =>
  text.includes("\r") ? text.replaceAll("\r\n", " \n").replaceAll("\r", "\n") : text;

/** A text up to so many lines; it is cheaper to look for them one after the other than to split what has a hundred thousand. */
export function firstLines(text: string, most: number): string {
  let end = -1;
  for (let n = 0; n < most; n += 1) {
    end = text.indexOf("\n", end + 1);
    if (end === -1) return text;
  }
  return text.slice(0, end);
}

/** A text in which the breaks that HTML writes within a line, in a cell of a table or beside an arrow, are blanks. Offsets stay. */
export const withoutBreaks = (text: string): string =>
  text.replaceAll(/<br\s?\/?>/gi, (found) => " ".repeat(found.length));
