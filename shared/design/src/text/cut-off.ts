import { parseDocument } from "yaml";
import type { Remark } from "./report.ts";

/** More than anybody opens within one another. */
const deepest = 60;

/**
 * What is told of JSON that ends before its brackets do, with the click that closes them where that is all it lacks; null of JSON that
 * has closed each of them, or one that it did not open. `startsAt` is where the text lies in its document.
 */
export function cutOff(text: string, startsAt: number): Remark | null {
  const open = openIn(text);
  if (open === null || open.signs.length === 0) return null;
  const closing = `${open.isQuoted ? '"' : ""}${open.signs.toReversed().map(closingOf).join("")}`;
  const end = text.trimEnd().length;
  const message = `This JSON is cut off: what it opens is closed nowhere. End it with ${closing}, or write what is missing before that.`;
  const isAll =
    parseDocument(text.slice(0, end) + closing, { prettyErrors: false, logLevel: "silent" }).errors.length === 0;
  const edit = { document: "api" as const, from: startsAt + end, to: startsAt + end, insert: closing };
  return {
    severity: "error",
    rule: "syntax",
    message,
    from: startsAt + Math.max(end - 1, 0),
    to: startsAt + end,
    fixes: isAll ? [{ label: "Close what is open", edits: [edit] }] : [],
  };
}

const closingOf = (sign: string): string => (sign === "{" ? "}" : "]");

function openIn(text: string): { signs: string[]; isQuoted: boolean } | null {
  const signs: string[] = [];
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? "";
    if (isQuoted) {
      if (sign === "\\") at++;
      else if (sign === '"') isQuoted = false;
    } else if (sign === '"') isQuoted = true;
    else if (sign === "{" || sign === "[") signs.push(sign);
    else if (sign === "}" || sign === "]") {
      if (closingOf(signs.pop() ?? "") !== sign) return null;
      if (signs.length === 0) return null;
    }
    if (signs.length > deepest) return null;
  }
  return { signs, isQuoted };
}
