import { afterMark } from "./elements.ts";

/** A column, or an expression in brackets, by which an index of MySQL finds rows. */
export interface Part {
  /** As it is written, without its length and order. */
  code: string;
  /** How many of its first characters are kept, or null where all are. */
  length: number | null;
  isDown: boolean;
}

export interface InlineIndex {
  kind: "index" | "unique" | "primary key" | "foreign key" | "fulltext" | "spatial";
  /** `CONSTRAINT uq_email UNIQUE`, without words that are MySQL's own. */
  words: string;
  parts: Part[];
  /** What stands behind its columns. */
  rest: string;
  comment: string | null;
}

const name = '(?:`[^`\\n]{1,64}`|"[^"\\n]{1,64}"|[\\w$]{1,64})';
const heading = new RegExp(
  String.raw`^(constraint\s{1,40}(?:(?!(?:primary|unique|foreign)\b)${name}\s{1,40})?)?` +
    String.raw`(?:(primary\s{1,40}key|foreign\s{1,40}key|unique|fulltext|spatial)\b(?:\s{1,40}(?:key|index)\b)?|key\b|index\b)` +
    String.raw`(?:\s{0,40}(?!using\b)${name})?(?:\s{0,40}using\s{1,40}(?:btree|hash|rtree))?\s{0,40}\((?!\s{0,40}\d)`,
  "i",
);

/** What an element of a table of MySQL says of an index or a key, by all the words that it has for it; null of a column or a check. */
export function inlineIndex(element: string): InlineIndex | null {
  const head = heading.exec(element);
  if (head === null) return null;
  const [all, constraint = "", kind = "index"] = head;
  const named = /^constraint\s{1,40}$/i.test(constraint) ? "" : constraint;
  const close = closing(element, all.length);
  const rest = element.slice(close + 1);
  return {
    kind: kindOf(kind.toLowerCase().replaceAll(/\s+/g, " ")),
    words: `${named}${kind}`,
    parts: piecesOf(element.slice(all.length, close)).map(partOf),
    rest,
    comment: /\bcomment\s{1,40}'([^'\n]{1,400})'/i.exec(rest)?.[1] ?? null,
  };
}

function kindOf(word: string): InlineIndex["kind"] {
  const known = ["unique", "primary key", "foreign key", "fulltext", "spatial"] as const;
  return known.find((one) => one === word) ?? "index";
}

/** Where the bracket that is open at `from` closes. */
function closing(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at = Math.max(afterMark(text, at), at + 1)) {
    if (text[at] === "(") depth++;
    else if (text[at] === ")" && --depth === 0) return at;
  }
  return text.length;
}

function piecesOf(list: string): string[] {
  const pieces: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < list.length; at = Math.max(afterMark(list, at), at + 1)) {
    if (list[at] === "(") depth++;
    else if (list[at] === ")") depth--;
    else if (list[at] === "," && depth === 0) {
      pieces.push(list.slice(from, at));
      from = at + 1;
    }
  }
  return [...pieces, list.slice(from)];
}

function partOf(piece: string): Part {
  const written = piece.trim();
  const order = /\s{1,40}(asc|desc)$/i.exec(written);
  const code = order === null ? written : written.slice(0, order.index);
  const length = /^([^()]{1,70}?)\s{0,40}\(\s{0,9}(\d{1,4})\s{0,9}\)$/.exec(code);
  return {
    code: length?.[1] ?? code,
    length: length === null ? null : Number(length[2]),
    isDown: order?.[1]?.toLowerCase() === "desc",
  };
}
