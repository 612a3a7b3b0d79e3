import type { Source } from "../place.ts";
import { meaningOf } from "./claim-meaning.ts";
import { numbersIn } from "./numbers.ts";

/** A number with a meaning, said in the chat or written in a document. */
export interface Claim {
  quantity: "reads" | "writes" | "latency" | "rows" | "bytes" | "retention" | "users" | "ratio";
  /** Rates per second, latency in milliseconds, retention in days, a ratio as reads to one write. */
  value: number;
  /** `a second`, `ms`, `ms at p99`, `days`, `bytes`, `bytes a row`, `bytes a year`, `rows`, `users`, `to 1`. */
  unit: string;
  /** Verbatim. */
  quote: string;
  source: Source;
  at: number;
}

/** As much of a text as is read for numbers, in lines. */
const mostLines = 4_000;
const mostQuote = 160;

/**
 * The claims of a text; `source` tells where a line (from 1) of it stands. Denied numbers ("not 10k"), questions and
 * hypotheses ("if it were 10k") claim nothing, and neither does what stands in a fenced block.
 */
export function claimsIn(text: string, source: (line: number) => Source, at: number): Claim[] {
  return blocksOf(text).flatMap(({ line, text: block }) => {
    // Lines are joined as a reader joins them; both texts are equally long.
    const flat = block.replaceAll("\n", " ");
    return sentencesOf(flat).flatMap(({ from: start, sentence }) => {
      if (isOpen(sentence)) return [];
      return numbersIn(sentence).flatMap(({ value, at: from, end }): Claim[] => {
        if (isDenied(sentence.slice(0, from))) return [];
        const meaning = meaningOf(sentence, from, end, value);
        if (meaning === null || !Number.isFinite(meaning.value) || meaning.value <= 0) return [];
        const above = block.slice(0, start + from).split("\n").length - 1;
        const quote = quoteOf(block, start, start + sentence.length, start + from);
        return [{ ...meaning, quote, source: source(line + above), at }];
      });
    });
  });
}

/** Lines that belong together and hold a number; each row of a table and each entry of a list by itself. */
function blocksOf(text: string): { line: number; text: string }[] {
  const blocks: { line: number; text: string }[] = [];
  let isFenced = false;
  let isOpenBlock = false;
  for (const [n, whole] of text.split("\n", mostLines).entries()) {
    const line = whole.slice(0, 4_000);
    if (/^\s*(?:```|~~~)/.test(line)) isFenced = !isFenced;
    if (isFenced || /^\s*(?:>|#|```|~~~|$)/.test(line)) {
      isOpenBlock = false;
      continue;
    }
    const last = blocks.at(-1);
    const isOwn = /^\s*(?:[-*+]|\d+[.)])\s|^\s*\|/.test(line);
    if (!isOpenBlock || isOwn || last === undefined || last.text.length > 4_000)
      blocks.push({ line: n + 1, text: line });
    else last.text += `\n${line}`;
    isOpenBlock = true;
  }
  return blocks.filter((block) => /\d|hundred|thousand|million|billion|years?/i.test(block.text));
}

/** The full stop of a number ends none. */
function sentencesOf(text: string): { from: number; sentence: string }[] {
  let from = 0;
  return text.split(/(?<=[.!?;]\s+)(?=\S)/).map((sentence) => {
    from += sentence.length;
    return { from: from - sentence.length, sentence };
  });
}

/** Asked or supposed rather than claimed. */
const isOpen = (sentence: string): boolean =>
  /\?\s*["')*_]*\s*$/.test(sentence) ||
  /(?:^|[,:(]\s*|\b(?:but|and|then)\s+)(?:what if|even if|if (?:it|we|there|they|you|traffic|load|this|that|the|reads?|writes?)|imagine|hypothetically|were (?:it|we))\b/i.test(
    sentence.trim(),
  );

const isDenied = (before: string): boolean =>
  /(?:\bnot|n['’]t|\bnever|\bno longer|\binstead of|\brather than|\bneither|\bnor|\bwithout)\s+(?:(?:a|an|the|about|around|be|have|need|get|see|expect|only|really|just|even|at|do|is|are|to|for|of|roughly|approximately|keep|for)\s+)*[~≈]?$/i.test(
    before,
  ) && !/\b(?:not|no)\s+(?:only|more|less|over|above|under|below)\b[^,.;]*$/i.test(before);

/** Of the number's line, its sentence where that is short, else the words around the number. */
function quoteOf(block: string, from: number, to: number, at: number): string {
  const start = Math.max(from, block.lastIndexOf("\n", at) + 1);
  const lineEnd = block.indexOf("\n", at);
  const end = lineEnd < 0 ? to : Math.min(to, lineEnd);
  if (end - start <= mostQuote) return block.slice(start, end).trim();
  const near = Math.max(start, at - 60);
  return block
    .slice(near, Math.min(end, near + mostQuote))
    .toWellFormed()
    .trim();
}
