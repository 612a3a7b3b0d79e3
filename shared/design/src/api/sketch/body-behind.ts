import { wordsFor } from "../part-words.ts";
import type { Line } from "./key-block.ts";

const bodyBehind = new RegExp(
  `[.;,·|)—–+][ \\t]{1,3}(?=[*_\`]{0,2}(?:body|payload|${wordsFor("input")})[*_\`]{0,3}(?:\\s?\\([^()\\n]{0,40}\\))?[ \\t]{0,3}[:：=]?[ \\t]{0,3}\`?\\{)`,
  "i",
);

const answerBehind = new RegExp(
  `^[\\s>*_•–-]{0,20}(?:${wordsFor("headers")})[*_]{0,2}[ \\t]?[:：]?[ \\t]\`[A-Za-z][\\w-]{0,60}\`(?:[ \\t]\\([^()\\n]{0,80}\\))?(?:[.;,]|[ \\t]?[—–-])[ \\t]{1,3}(?=[*_\`]{0,3}[2-5]\\d\\d(?!\\w))`,
  "iu",
);

/**
 * A line that tells of a header first, and of the body or the answers behind it: `Header Idempotency-Key (required). Body: {…}`,
 * ``Header `X-Account`. `200`, the links``; null of any other.
 */
export function parted({ text, from }: Line): [before: Line, behind: Line] | null {
  const found = bodyBehind.exec(text) ?? answerBehind.exec(text);
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
