/** A cursor over a text that ends where its part ends; offsets are those of the document. Patterns are sticky. */
export interface Scanner {
  readonly text: string;
  readonly end: number;
  at: number;
  /** In an answer, an example or prose below an endpoint's line, where a word too many is no mistake. */
  isBelow?: true;
}

export const scannerOf = (text: string, at: number, end: number): Scanner => ({ text: text.slice(0, end), at, end });

/** Takes what stands here if it fits. */
export function take(scanner: Scanner, pattern: RegExp): string | null {
  pattern.lastIndex = scanner.at;
  const [found] = pattern.exec(scanner.text) ?? [];
  if (found === undefined || found === "") return null;
  scanner.at += found.length;
  return found;
}

/** Whether something stands here, which is not taken. */
export function stands({ text, at }: Scanner, pattern: RegExp): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** Passes over white space, comments and, from `//` or ` #` on, the rest of a line. */
export function skip(scanner: Scanner): void {
  while (take(scanner, blank) !== null);
}

const blank = /\s+|(?:\/\/|(?<=\s)#)[^\n]*|\/\*[^*]{0,500}\*\//y;

const longest = 20_000;

/** How many signs may be looked at for the ends of brackets, in a whole document. */
export interface Effort {
  left: number;
}

/** Where the bracket that opens at an offset is closed again, past it; null where it is not. */
export function closingOf(text: string, from: number, effort: Effort): number | null {
  const open: string[] = [];
  let isQuoted = false;
  for (let at = from; at < text.length && at - from < longest && effort.left > 0; at++) {
    effort.left--;
    const sign = text[at] ?? "";
    if (isQuoted) {
      if (sign === "\\") at++;
      else if (sign === '"' || sign === "\n") isQuoted = false;
    } else if (sign === '"') isQuoted = true;
    else if (sign === "{" || sign === "[" || sign === "(") open.push(sign);
    else if (sign === "}" || sign === "]" || sign === ")") {
      if (open.pop() !== pairs[sign]) return null;
      if (open.length === 0) return at + 1;
    }
  }
  return null;
}

const pairs: Record<string, string> = { "}": "{", "]": "[", ")": "(" };
