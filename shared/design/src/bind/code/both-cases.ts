import type { Column } from "@proofroom/domain/design/model";
import { codeAlphabet } from "./code-alphabet.ts";
import { inSentences } from "./made-code.ts";
import { denying } from "../../text/denial.ts";

/** An alphabet that is written out, and what says of codes that they have both cases. */
const spelledOut = /(?<![0-9A-Za-z])[0-9A-Za-z]{20,64}(?![0-9A-Za-z])/g;
const base62 =
  /\bbase[-_ ]?62(?!\d)|(?<![\d.])62\s?(?:\^|\*\*|hoch\b|[⁰-⁹]|symbols?\b|char\w*|zeichen\b|caract\p{L}*)/giu;
const ranges =
  /a\s?[-–.]{1,2}\s?z[^\p{L}\d.]{0,8}(?:and |und |et |e |y |i |и )?A\s?[-–.]{1,2}\s?Z|A\s?[-–.]{1,2}\s?Z[^\p{L}\d.]{0,8}(?:and |und |et |e |y |i |и )?a\s?[-–.]{1,2}\s?z/u;
const denied = new RegExp(`${denying(["not", "no", "instead", "supposed"], "unlike", "than")}[^.;]{0,40}$`, "iu");

/** What would be so, or was turned down, behind it. */
const turnedDown =
  /(?<!\p{L})(?:would|could|might|rejected|considered|too|but\s(?:people|users|case|then)|w(?:ä|ae)re\p{L}?|würde\p{L}*|serait|sería|seria|sarebbe|zou)(?!\p{L})/iu;
/** Alphabets of one case, and what says so. */
const ofOne =
  /\bbase[-_ ]?(?:32|36)(?!\d)|\bcrockford\b|(?<!\p{L})(?:only|nur|solo|sólo|só|apenas|seulement|uniquement|que des)\s(?:\p{L}{1,12}\s){0,2}(?:small|lower|upper|capital|kleinbuch|gro(?:ß|ss)buch|min[uú]sc|minusc|ma[iy][uú]sc|majusc)|(?:small|lower-?\s?case|upper-?\s?case|capital)\s(?:letters?\s)?(?:and\s(?:digits|numbers)\s)?only(?!\p{L})/iu;

/**
 * Whether the codes that a column keeps are told apart by upper and lower case, as the documents say of what they are made of; null where
 * they do not say it.
 */
export function isOfBothCases(column: Column, texts: readonly string[]): boolean | null {
  const told = codeAlphabet(column, texts);
  if (told !== undefined) return hasBoth(told);
  const written = texts.flatMap((text) => text.match(spelledOut) ?? []).filter(isEachOnce);
  if (written.length > 0) return hasBoth(written.join(""));
  if (texts.some((text) => ofOne.test(text))) return null;
  return texts.some(saysBase62) || inSentences(column.comment, texts).some((one) => ranges.test(one)) ? true : null;
}

const saysBase62 = (text: string): boolean =>
  [...text.matchAll(base62)].some(
    ({ index, 0: found }) =>
      !denied.test(text.slice(Math.max(0, index - reach), index)) &&
      !turnedDown.test(
        text.slice(index + found.length, index + found.length + reach).split(/[.;!?]\s|\n\s*\n/)[0] ?? "",
      ),
  );

/** How far a sentence takes back what it says. */
const reach = 80;

/** Whether some letter is there in both. */
const hasBoth = (digits: string): boolean =>
  Array.from(digits).some((one) => one !== one.toLowerCase() && digits.includes(one.toLowerCase()));

const isEachOnce = (text: string): boolean => new Set(text).size === text.length;
