import * as z from "zod/mini";

export const nameLimit = 40;

/** Controls, direction overrides, zero-width and other unseen characters: with them a name looks like another's. */
const unseen = /\p{Cc}|\p{Cf}|\p{Cs}|\p{Co}|\p{Cn}|\p{Zl}|\p{Zp}|\p{Default_Ignorable_Code_Point}|\u2800/u.source;

/** Scripts whose letters take another form where they join, so that a joiner between two of them is spelling. */
const scripts =
  "Arabic Syriac Nko Mongolian Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala Khmer Myanmar";
const joining = `[${scripts
  .split(" ")
  .map((script) => `\\p{Script=${script}}`)
  .join("")}]`;

/** The unseen characters that change what is seen: what makes one emoji of several, and joiners where letters join. */
const shaping = [
  /(?<=\p{Extended_Pictographic})[\uFE0E\uFE0F]/u.source,
  /(?<=[\d#*])\uFE0F(?=\u20E3)/u.source,
  /(?<=\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]?)\u200D(?=\p{Extended_Pictographic})/u.source,
  `(?<=${joining}\\p{M}*)[\\u200C\\u200D](?=${joining})`,
].join("|");

const shapingOrUnseen = new RegExp(`(${shaping})|${unseen}`, "gu");
const allUnseen = new RegExp(unseen, "gu");

/** A name as people may call themselves: composed, visible, on one line. */
export const cleanName = (name: string): string =>
  name.replace(shapingOrUnseen, "$1").normalize("NFC").replace(/\s+/gu, " ").trim();

export const PersonName = z
  .string()
  .check(
    z.overwrite(cleanName),
    z.minLength(1, "Tell a name that can be seen."),
    z.maxLength(nameLimit, `Tell a name of at most ${nameLimit} characters.`),
  );

/** `name`, or `name 2`, `name 3` … where the room already has one that reads the same. */
export function distinctName(name: string, taken: readonly string[]): string {
  const known = new Set(taken.map(folded));
  for (let n = 1; ; n++) {
    const suffix = n === 1 ? "" : ` ${n}`;
    const candidate = cleanName(name.slice(0, nameLimit - suffix.length)) + suffix;
    if (!known.has(folded(candidate))) return candidate;
  }
}

const folded = (name: string): string => name.replace(allUnseen, "").normalize("NFKC").toLocaleLowerCase("en");
