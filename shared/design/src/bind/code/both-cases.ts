import type { Column } from "@proofroom/domain/design/model";
import { codeAlphabet } from "./code-alphabet.ts";
import { inSentences } from "./made-code.ts";

/** An alphabet that is written out, and what says of codes that they have both cases. */
const spelledOut = /(?<![0-9A-Za-z])[0-9A-Za-z]{20,64}(?![0-9A-Za-z])/g;
const base62 =
  /\bbase[-_ ]?62(?!\d)|(?<![\d.])62\s?(?:\^|\*\*|hoch\b|[⁰-⁹]|symbols?\b|char\w*|zeichen\b|caract\p{L}*)/giu;
const ranges =
  /a\s?[-–.]{1,2}\s?z[^\p{L}\d.]{0,8}(?:and |und |et |e |y |i |и )?A\s?[-–.]{1,2}\s?Z|A\s?[-–.]{1,2}\s?Z[^\p{L}\d.]{0,8}(?:and |und |et |e |y |i |и )?a\s?[-–.]{1,2}\s?z/u;
const denied =
  /(?<!\p{L})(?:not|no|never|instead of|rather than|unlike|than|considered|would|nicht|statt|kein\p{L}{0,2}|pas|plutôt que|no usamos|non|não|вместо|не)(?!\p{L})[^.;]{0,40}$/iu;

/**
 * Whether the codes that a column keeps are told apart by upper and lower case, as the documents say of what they are made of; null where
 * they do not say it.
 */
export function isOfBothCases(column: Column, texts: readonly string[]): boolean | null {
  const told = codeAlphabet(column, texts);
  if (told !== undefined) return hasBoth(told);
  const written = texts.flatMap((text) => text.match(spelledOut) ?? []).filter(isEachOnce);
  if (written.length > 0) return hasBoth(written.join(""));
  const isSaid =
    texts.some((text) =>
      [...text.matchAll(base62)].some(({ index }) => !denied.test(text.slice(Math.max(0, index - 80), index))),
    ) || inSentences(column.comment, texts).some((one) => ranges.test(one));
  return isSaid ? true : null;
}

/** Whether some letter is there in both. */
const hasBoth = (digits: string): boolean =>
  Array.from(digits).some((one) => one !== one.toLowerCase() && digits.includes(one.toLowerCase()));

const isEachOnce = (text: string): boolean => new Set(text).size === text.length;
