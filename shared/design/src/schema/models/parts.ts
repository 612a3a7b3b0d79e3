/** A piece of a source text, without its comments. */
export interface Part {
  /** As it is written, trimmed; comments inside brackets stay. */
  code: string;
  /** What its comments say, and the one behind it on its line. */
  comment: string;
  at: number;
  /** How far its first line is set in. */
  indent: number;
}

/** How comments of a language begin; `//` also has those between stars. */
export type Comments = "#" | "//";

/**
 * A text cut at the signs that end a part outside of brackets, texts and comments; a closing brace stays with its part. A line
 * that ends with a comma or a backslash goes on in the next. A comment that stands alone is a part without code.
 */
export function partsOf(text: string, comments: Comments, ends: string): Part[] {
  const parts: Part[] = [];
  let open: { pieces: string[]; said: string[]; at: number } | null = null;
  let from = 0;
  let depth = 0;
  let endedAt = -1;
  const take = (to: number): void => {
    const piece = text.slice(from, to);
    const lead = piece.search(/\S/);
    if (open !== null) open.pieces.push(piece);
    else if (lead >= 0) open = { pieces: [piece], said: [], at: from + lead };
  };
  const close = (at: number): void => {
    if (open === null) return;
    const code = open.pieces.join("").trim();
    parts.push({ code, comment: open.said.join(" "), at: open.at, indent: indentAt(text, open.at) });
    open = null;
    endedAt = at;
  };
  for (let at = afterPlain(text, 0); at < text.length; at = afterPlain(text, at)) {
    const next = afterText(text, at);
    if (next > at) {
      at = next;
      continue;
    }
    const end = afterComment(text, at, comments);
    if (end > at) {
      if (depth === 0) {
        take(at);
        from = end;
        addComment(at, end);
      }
      at = end;
      continue;
    }
    const sign = text[at] ?? "";
    if (opening.includes(sign)) depth++;
    else if (closingSigns.includes(sign)) depth = Math.max(0, depth - 1);
    if (depth === 0 && ends.includes(sign) && !(sign === "\n" && goesOn(at))) {
      take(sign === "}" ? at + 1 : at);
      close(at);
      from = at + 1;
    }
    at++;
  }
  take(text.length);
  close(text.length);
  return parts;

  function goesOn(at: number): boolean {
    let before = at - 1;
    while (before >= from && (text[before] === " " || text[before] === "\r")) before--;
    return before >= from && (text[before] === "," || text[before] === "\\");
  }

  function keepBehind(last: Part, said: string, end: number): void {
    last.comment = last.comment === "" ? said : `${last.comment} ${said}`;
    endedAt = end;
  }

  function addComment(at: number, end: number): void {
    const said = plainComment(text.slice(at, end));
    const last = parts.at(-1);
    if (said === "") return;
    if (open !== null) open.said.push(said);
    else if (last !== undefined && last.code !== "" && endedAt >= 0 && !text.slice(endedAt, at).includes("\n"))
      keepBehind(last, said, end);
    else parts.push({ code: "", comment: said, at, indent: indentAt(text, at) });
  }
}

/** What no text, comment, bracket or end of a part begins with. */
const plain = /[^"'`<#/()[\]{}\n,;]*/y;

function afterPlain(text: string, at: number): number {
  plain.lastIndex = at;
  plain.test(text);
  return plain.lastIndex;
}

const opening = "([{";
const closingSigns = ")]}";

/** Nobody sets a line in further. */
const deepest = 200;

function indentAt(text: string, at: number): number {
  const before = text.slice(Math.max(0, at - deepest), at);
  return /^[ \t]*/.exec(before.slice(before.lastIndexOf("\n") + 1))?.[0].length ?? 0;
}

const plainComment = (written: string): string =>
  written
    .replace(/^(?:#+|\/\/+|\/\*+)/, "")
    .replace(/\*+\/$/, "")
    .split("\n")
    .map((line) => line.replace(/^\s*\*/, "").trim())
    .join(" ")
    .trim();

/** Where the text in quotes that begins at `at` ends, or `at` where none does. One in simple quotes ends with its line at the latest. */
export function afterText(text: string, at: number): number {
  const sign = text[at];
  if (sign === "<" && text[at + 1] === "<") return afterHeredoc(text, at);
  if (sign !== '"' && sign !== "'" && sign !== "`") return at;
  const three = sign.repeat(3);
  if (sign !== "`" && text.startsWith(three, at)) {
    const end = text.indexOf(three, at + 3);
    return end === -1 ? text.length : end + 3;
  }
  for (let to = at + 1; to < text.length; to++) {
    if (text[to] === "\\") to++;
    else if (text[to] === sign) return to + 1;
    else if (text[to] === "\n" && sign !== "`" && text[at - 1] !== "@") return to;
  }
  return text.length;
}

/** `<<~SQL` of Ruby and `<<<SQL` of PHP, to the line with the same word. */
function afterHeredoc(text: string, at: number): number {
  const [head, word = ""] = /^<<[~<-]["']?([A-Z_]{2,30})\b["']?/.exec(text.slice(at, at + 40)) ?? [];
  if (head === undefined) return at;
  const end = new RegExp(`\\n[ \\t]{0,80}${word}\\b`, "g");
  end.lastIndex = at + head.length;
  return end.exec(text) === null ? text.length : end.lastIndex;
}

function afterComment(text: string, at: number, comments: Comments): number {
  if (comments === "//" && text.startsWith("/*", at)) {
    const end = text.indexOf("*/", at + 2);
    return end === -1 ? text.length : end + 2;
  }
  if (!text.startsWith(comments, at)) return at;
  const end = text.indexOf("\n", at);
  return end === -1 ? text.length : end;
}

/** What stands between the bracket at `open` and the one that closes it; to the end where none does. */
export function insideOf(text: string, open: number, comments: Comments): string {
  let depth = 0;
  for (let at = open; at < text.length; at = afterPlain(text, at)) {
    const next = Math.max(afterText(text, at), afterComment(text, at, comments));
    if (next > at) {
      at = next;
      continue;
    }
    const sign = text[at] ?? "";
    if (opening.includes(sign)) depth++;
    else if (closingSigns.includes(sign) && --depth === 0) return text.slice(open + 1, at);
    at++;
  }
  return text.slice(open + 1);
}
