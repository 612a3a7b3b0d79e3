import { ofSections, remembered } from "./remembered.ts";

/** Nobody says more in one sentence. */
const longest = 8_000;

/** A text's sentences, cells of its tables and points of its lists; lines that belong together are one. */
export const sentencesIn = remembered(
  (text): readonly string[] =>
    text
      .replace(/(?<![ \t])[ \t]*\n(?![ \t]*(?:\n|[-*|#]|\d+[.)]))[ \t]*/g, " ")
      .split(/(?<=[.;!?])\s+|(?<=[。！？；])|\n|\|/)
      .map((one) => (one.length > longest ? one.trimStart().slice(0, longest) : one)),
  ofSections,
);

/** A text whose dots that leave something out end no sentence: `SELECT … FOR UPDATE`. */
export const withoutDots = (text: string): string => text.replace(/\.{3}/g, "…");

/** A sentence as it is shown: without the marks of a list, heading or block of code, and no longer than a line. */
export const asSaid = (sentence: string): string =>
  sentence
    .replace(/```\w{0,20}\s?/g, "")
    .replace(/^[\s#*>-]+/, "")
    .trim()
    .slice(0, 120);
