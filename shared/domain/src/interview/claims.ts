import type { Source } from "./place.ts";
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
  const claims: Claim[] = [];
  let isFenced = false;
  for (const [n, line] of text.split("\n", mostLines).entries()) {
    if (/^\s*(?:```|~~~)/.test(line)) isFenced = !isFenced;
    if (isFenced || /^\s*>/.test(line) || !/\d|hundred|thousand|million|billion|years?/i.test(line)) continue;
    for (const sentence of sentencesOf(line.slice(0, 4_000))) {
      if (isOpen(sentence)) continue;
      for (const { value, at: from, end } of numbersIn(sentence)) {
        if (isDenied(sentence.slice(0, from))) continue;
        const meaning = meaningOf(sentence, from, end, value);
        if (meaning === null || !Number.isFinite(meaning.value) || meaning.value <= 0) continue;
        claims.push({ ...meaning, quote: quoteOf(sentence, from, end), source: source(n + 1), at });
      }
    }
  }
  return claims;
}

/** Of one line; the full stop of a number ends none. */
const sentencesOf = (line: string): string[] => line.split(/(?<=[.!?;])\s+(?=\S)/);

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

/** The sentence where it is short, else the words around the number. */
function quoteOf(sentence: string, from: number, end: number): string {
  const whole = sentence.trim();
  if (whole.length <= mostQuote) return whole;
  const start = Math.max(0, from - 60);
  return sentence
    .slice(start, Math.min(sentence.length, Math.max(end, start + mostQuote)))
    .toWellFormed()
    .trim();
}
