import { remembered } from "./remembered.ts";

const invisible = /\p{Default_Ignorable_Code_Point}/gu;

/** As much of a text as is ever looked at for its words; a message holds less. */
const mostChars = 40_000;

/** Text as it is meant: without invisible characters, with one form of each letter and straight quotes. */
export function plain(text: string): string {
  return text
    .slice(0, mostChars)
    .toWellFormed()
    .normalize("NFKC")
    .replace(invisible, "")
    .replace(/[\u2018\u2019\u02bc\u00b4`]/g, "'")
    .replace(/[\u201c\u201d\u00ab\u00bb]/g, '"')
    .replace(/[\u2010-\u2015]/g, "-");
}

/** The same without case and accents, for comparing. */
export const folded = remembered((text) =>
  plain(text).normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ß", "ss"),
);

/** The words of a text, folded: `don't` and `p99` are one word each, `rate-limit` is two. */
export const wordsIn = remembered(
  (text): readonly string[] => folded(text).match(/[\p{L}\p{N}]+(?:'[\p{L}]+)?/gu) ?? [],
);

/** Its sentences, verbatim; a line end closes one as well, a full stop inside of a number or name does not. */
export const sentencesIn = remembered((text): readonly string[] =>
  text
    .split(/(?<=[.!?;\u061f\uff1f])(?<!\b(?:e\.g|i\.e|vs|approx)\.)\s+(?!of\b)|\n+/i)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== ""),
);
