import { wordsFor } from "../part-words.ts";
import type { Line } from "./key-block.ts";

const bodyBehind = new RegExp(
  `[.;,·|)—–+][ \\t]{1,3}(?=[*_\`]{0,2}(?:body|payload|${wordsFor("input")})[*_\`]{0,3}(?:\\s?\\([^()\\n]{0,40}\\))?[ \\t]{0,3}[:：=]?[ \\t]{0,3}\`?\\{)`,
  "i",
);

/** A line that tells of a header first, and of the body behind it: `Header Idempotency-Key (required). Body: {…}`; null of any other. */
export function parted({ text, from }: Line): [before: Line, body: Line] | null {
  const found = bodyBehind.exec(text);
  if (found === null) return null;
  const at = found.index + found[0].length;
  const before = text.slice(0, at);
  return /[{}[\]]|\b[2-5]\d\d\b.*->|^[\s>*-]*[2-5]\d\d\b/.test(before) || !/\p{L}/u.test(before)
    ? null
    : [
        { text: before, from },
        { text: text.slice(at), from: from + at },
      ];
}
