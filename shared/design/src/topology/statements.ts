export interface Piece {
  from: number;
  to: number;
}

/** Lines of a diagram; a label in quotes, attributes in braces and front matter reach over as many as they need. */
export function* linesIn(text: string, from: number, to: number): Generator<Piece> {
  for (let at = afterFrontMatter(text, from, to); at < to;) {
    const stop = endOfLine(text, at, to);
    const end = endOfOpen(text, at, stop, to);
    yield { from: at, to: end };
    at = end + 1;
  }
}

/** Statements of a line, without its comment; a semicolon or `%%` inside quotes or between bars is part of a label. */
export function* statementsIn(text: string, from: number, to: number): Generator<Piece> {
  let start = from;
  let isQuoted = false;
  let isLabel = false;
  for (let at = from; at < to; at++) {
    if (text[at] === '"') isQuoted = !isQuoted;
    if (text[at] === "|" && !isQuoted) isLabel = !isLabel;
    if (isQuoted || isLabel) continue;
    if (text.startsWith("%%", at)) {
      yield { from: start, to: at };
      return;
    }
    if (text[at] !== ";") continue;
    yield { from: start, to: at };
    start = at + 1;
  }
  let end = to;
  while (end > start && /\s/.test(text[end - 1] ?? "")) end--;
  yield { from: start, to: end };
}

/** More than a label, or what is said of accessibility, ever is. */
const longest = 1_000;

/** Where a line ends that opens something which a later one closes. */
function endOfOpen(text: string, from: number, stop: number, to: number): number {
  const line = text.slice(from, stop);
  if (/^\s*%%/.test(line)) return stop;
  const quotes = line.split('"').length - 1;
  const open = quotes % 2 === 1 ? quoteEnd : /@\{[^}]*$|^\s*accDescr\s*\{[^}]*$/.test(line) ? braceEnd : null;
  if (open === null) return stop;
  const found = open.exec(text.slice(stop, Math.min(to, stop + longest)));
  return found === null ? stop : endOfLine(text, stop + found.index + found[0].length, to);
}

/** Only where what closes the label stands right behind it: any other quote begins something else. */
const quoteEnd = /^[^"]*"\s*[\])}|/\\]/;
const braceEnd = /^[^{}]*\}/;

function endOfLine(text: string, at: number, to: number): number {
  const end = text.indexOf("\n", at);
  return end === -1 || end > to ? to : end;
}

function afterFrontMatter(text: string, from: number, to: number): number {
  const found = /^\s*---[ \t]*\r?\n[\s\S]*?\n[ \t]*---[ \t]*(?:\r?\n|$)/.exec(
    text.slice(from, Math.min(to, from + 2 * longest)),
  );
  return found === null ? from : from + found[0].length;
}
