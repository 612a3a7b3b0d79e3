/** A place in a document as people count it: both from 1. */
export interface Caret {
  line: number;
  column: number;
}

/** Where one editor was left, for the other to go on from; offsets in UTF-16 units. */
export interface Handover {
  start: number;
  end: number;
  scrollTop: number;
  hasFocus: boolean;
}

export function caretAt(text: string, offset: number): Caret {
  const before = text.slice(0, offset);
  const line = before.split("\n").length;
  return { line, column: offset - before.lastIndexOf("\n") };
}

export function offsetOf(text: string, { line, column }: Caret): number {
  let start = 0;
  for (let n = 1; n < line; n += 1) {
    const end = text.indexOf("\n", start);
    if (end === -1) return text.length;
    start = end + 1;
  }
  const end = text.indexOf("\n", start);
  return Math.min(start + column - 1, end === -1 ? text.length : end);
}
