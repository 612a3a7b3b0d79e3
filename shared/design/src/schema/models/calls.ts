import { type Comments, afterText, insideOf, partsOf } from "./parts.ts";

/** A word of code outside of brackets, with what is in the brackets behind it. */
export interface Word {
  name: string;
  /** The sign right before it, such as `@` and `.`. */
  before: string;
  /** Null where no bracket follows. */
  inside: string | null;
  /** Where it ends, with its bracket. */
  end: number;
}

/** The words of a piece of code, outside of brackets and texts: `@Column({…}) name: string`, `text("a").notNull()`. */
export function wordsIn(code: string, comments: Comments): Word[] {
  const words: Word[] = [];
  const word = /[\p{L}_$][\p{L}\w$]*/uy;
  for (let at = 0; at < code.length;) {
    const next = afterText(code, at);
    if (next > at) {
      at = next;
      continue;
    }
    word.lastIndex = at;
    const name = word.exec(code)?.[0];
    if (name === undefined) {
      at += "([{".includes(code[at] ?? " ") ? insideOf(code, at, comments).length + 2 : 1;
      continue;
    }
    const before = code[at - 1] ?? "";
    at += name.length;
    const isCall = code[at] === "(" || (code[at] === " " && code[at + 1] === "(");
    const open = code[at] === "(" ? at : at + 1;
    const inside = isCall ? insideOf(code, open, comments) : null;
    if (inside !== null) at = open + inside.length + 2;
    words.push({ name, before, inside, end: at });
  }
  return words;
}

/** What is given to a call, or stands in an object: by place and by name, as it is written. */
export interface Given {
  placed: string[];
  named: Map<string, string>;
  comment: string;
}

/** `"a", b=1`, `name: "x"`, `:key => 1`, `'key': 1`: what stands between brackets, at commas. */
export function givenIn(inside: string, comments: Comments): Given {
  const given: Given = { placed: [], named: new Map(), comment: "" };
  const said: string[] = [];
  for (const { code, comment } of partsOf(inside, comments, ",")) {
    if (comment !== "") said.push(comment);
    if (code === "") continue;
    const [head, ...names] = namedBy.exec(code) ?? [];
    const name = names.find((one) => one !== undefined);
    if (head === undefined || name === undefined) given.placed.push(code);
    else given.named.set(name, code.slice(head.length).trim());
  }
  given.comment = said.join(" ");
  return given;
}

const namedBy = /^(?:(\w+)\s*(?:=(?![=>])|=>|:(?!:))|["'](\w+)["']\s*(?:=>|:(?!:))|:(\w+)\s*=>)/;

/** The items of a list in whatever brackets, as they are written. */
export function itemsIn(list: string | undefined, comments: Comments): string[] {
  if (list === undefined) return [];
  const open = list.search(/[[({]/);
  const inside = open === -1 ? list : insideOf(list, open, comments);
  return partsOf(inside, comments, ",").flatMap(({ code }) => (code === "" ? [] : [code]));
}

/** The text that a literal in quotes, or a symbol, stands for; null for anything else. */
export function textIn(literal: string | undefined): string | null {
  const code = literal?.trim() ?? "";
  const symbol = /^:(\w+)$/.exec(code)?.[1];
  if (symbol !== undefined) return symbol;
  const sign = /^(?:[@rbfuRBFU]{0,2})("""|'''|["'`])/.exec(code);
  if (sign === null) return heredocIn(code);
  const [head, quote = ""] = sign;
  const start = head.length;
  if (code.length < start + quote.length || !code.endsWith(quote)) return null;
  const inside = code.slice(start, -quote.length);
  if (quote.length === 1 && afterText(code, start - 1) !== code.length) return null;
  return inside.replaceAll(/\\(["'`\\])/g, "$1");
}

const heredocIn = (code: string): string | null =>
  /^<<[~<-]["']?[A-Z_]{2,30}["']?[^\n]{0,80}\n([\s\S]*)\n[ \t]*[A-Z_]+\b.*$/.exec(code)?.[1]?.trim() ?? null;

/** Names in a list of texts or symbols: `["a", "b"]`, `%i[a b]`, `:a`. */
export function namesIn(list: string | undefined, comments: Comments): string[] {
  if (list === undefined) return [];
  const bare = /^%[iw]\[([^\]]*)\]$/.exec(list.trim())?.[1];
  if (bare !== undefined) return bare.split(/\s+/).filter((name) => name !== "");
  const alone = textIn(list);
  return alone !== null ? [alone] : itemsIn(list, comments).flatMap((item) => textIn(item) ?? []);
}
