import { wholeCommand } from "./command.ts";
import { methodIn } from "./endpoint-line.ts";
import { extension, ofWorkers } from "./key-block.ts";
import { meantMethod } from "./meant-method.ts";
import { structureEnd } from "./structure-end.ts";

/** What stands around an endpoint of a sketch and is no part of its shape. */
export interface Asides {
  /** Prose and comments, line by line. */
  words: string[];
  /** Examples in JSON, in their order, each with the words before it. */
  examples: { value: unknown; after: string }[];
}

type Piece =
  | { is: "endpoint"; at: number }
  | { is: "blank" }
  | { is: "words"; text: string; isHeading: boolean; isIndented: boolean }
  | { is: "example"; value: unknown };

/**
 * The prose, comments and examples of a sketch by the offset of the method that each belongs to, -1 where there is no
 * endpoint. What stands right above one, or under a heading, is said of the next endpoint, everything else of the last, save what
 * stands under a heading behind all of them.
 */
export function asidesOf(text: string): Map<number, Asides> {
  const found = new Map<number, Asides>();
  const of = (at: number): Asides => {
    const known = found.get(at) ?? { words: [], examples: [] };
    found.set(at, known);
    return known;
  };
  let last = -1;
  let gap: Piece[] = [];
  const settle = (next: number | null): void => {
    const from = next === null ? headingIn(gap) : turnOf(gap);
    for (const [n, piece] of gap.entries()) {
      const isNext = next !== null && n >= from;
      const isOfNone = next === null && n >= from;
      if (piece.is === "words") of(isNext ? next : isOfNone ? -1 : last).words.push(piece.text);
      if (piece.is === "example") {
        const { words, examples } = of(isNext && last === -1 ? next : last);
        examples.push({ value: piece.value, after: words.at(-1) ?? "" });
      }
    }
    gap = [];
  };
  for (const piece of piecesOf(text)) {
    if (piece.is !== "endpoint") {
      gap.push(piece);
      continue;
    }
    settle(piece.at);
    last = piece.at;
  }
  settle(null);
  return found;
}

/** Where a heading stands below a blank line; behind everything where none does. */
function headingIn(gap: readonly Piece[]): number {
  const at = gap.findIndex((piece, n) => piece.is === "words" && piece.isHeading && gap[n - 1]?.is === "blank");
  return at === -1 ? gap.length : at;
}

/** From which piece between two endpoints on the words are about the second. */
function turnOf(gap: readonly Piece[]): number {
  const heading = headingIn(gap);
  if (heading < gap.length) return heading;
  const blank = gap.findLastIndex((piece) => piece.is === "blank");
  if (blank !== -1) return blank;
  const flush = gap.findIndex((piece) => piece.is === "words" && !piece.isIndented);
  return flush === -1 ? gap.length : flush;
}

function* piecesOf(text: string): Generator<Piece> {
  const effort = { left: 1_000_000 };
  let tried = 0;
  let keys: number | null = null;
  for (let from = 0; from < text.length;) {
    const end = lineEnd(text, from);
    const line = text.slice(from, Math.min(end, from + longestLine)).trimEnd();
    const depth = line.search(/\S/);
    const method = methodIn(wholeCommand(text, from, from + line.length)) ?? meantMethod(line);
    if (keys !== null && depth !== -1 && (depth <= keys || method !== null)) keys = null;
    let past = end;
    if (method !== null) {
      past = structureEnd(text, from + method.pathAt, lineEnd(text, from + method.pathAt), effort);
      yield { is: "endpoint", at: from + method.at };
      yield* commentsIn(text.slice(from, past));
    } else if (depth === -1) yield { is: "blank" };
    else if (keys !== null) yield* commentsIn(line);
    else if (extension.test(line) || ofWorkers.test(line)) keys = depth;
    else if (/[{[]/.test(line) && isStructure(line)) {
      const opens = from + line.search(/[{[]/);
      past = structureEnd(text, opens, end, effort);
      const value = tried++ < mostExamples ? jsonIn(text.slice(opens, past)) : undefined;
      if (value === undefined) yield* commentsIn(text.slice(from, past));
      else yield* [...wordsIn(text.slice(from, opens)), { is: "example" as const, value }];
    } else if (isStructure(line) && !saysMore(line)) yield* commentsIn(line);
    else yield* wordsIn(line);
    from = past + 1;
  }
}

const longestLine = 2_000;

/** To refuse what is no JSON costs as much as to read a long line. */
const mostExamples = 400;

const lineEnd = (text: string, from: number): number => {
  const end = text.indexOf("\n", from);
  return end === -1 ? text.length : end;
};

/** A body, an answer or a status in the form that the sketch is read by: it is in the OpenAPI document already. */
const isStructure = (line: string): boolean =>
  /^[\s>*-]*(?:(?:(?:request|req|body|payload|response|returns?|answers?)\b)?[\s:*_`-]*[{[]|[-=]{1,4}>|→|⇒|HTTP\/|[2-5]\d\d\b)/i.test(
    line,
  );

/** `409 if it is taken`: words beside what is read. */
const saysMore = (line: string): boolean =>
  /\p{L}{2}/u.test(line.replaceAll(/[{[(][^{}[\]()]*[}\])]|(?:\s|^)(?:\/\/|#).*|HTTP\/[\d.]+/g, ""));

function* wordsIn(line: string): Generator<Piece> {
  const text = line.replace(/^[\s>]*(?:#{1,6}|\/\/|--|[*-](?=\s))?\s*/, "").replace(/[\s:]+$/, "");
  if (!/[\p{L}\p{N}]/u.test(text) || line.trim().startsWith("```")) return;
  yield { is: "words", text, isHeading: /^#{1,6}\s/.test(line), isIndented: /^\s/.test(line) };
}

function* commentsIn(lines: string): Generator<Piece> {
  if (!/\/\/|#/.test(lines)) return;
  for (const [, said = ""] of lines.matchAll(/(?:^|\s)(?:\/\/|#)[ \t]*([^\n]*)/g)) {
    const text = said.trim();
    if (text !== "") yield { is: "words", text, isHeading: false, isIndented: true };
  }
}

function jsonIn(text: string): unknown {
  const written = text.trim().replace(/`+$/, "");
  if (!/[}\]]$/.test(written)) return undefined;
  try {
    return JSON.parse(written);
  } catch {
    return undefined;
  }
}
