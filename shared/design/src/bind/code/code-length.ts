import type { Column } from "@proofroom/domain/design/model";
import { numerals } from "../../text/numerals.ts";
import { denying } from "../../text/denial.ts";
import { literally } from "../ways/told/statement/statement.ts";
import { inSentences } from "./made-code.ts";

const number = `\\d{1,2}|${Object.keys(numerals).join("|")}`;
const signs =
  "char\\p{L}{0,8}|letters?|digits?|symbols?|zeichen|buchstaben|stellen|caract\\p{L}{2,6}|caratter\\p{L}|letras?|lettres?|tekens?|znak\\p{L}{0,3}|tecken";
/** `two random base62 characters`, `8 chars`, `7-character`; "5–7 characters" and "at most 9 characters" say no number. */
const counted = new RegExp(
  `(?<![\\p{L}\\d^.])(?<!(?:\\d\\s?[-–]\\s?|[≥≤<>]\\s?|\\b(?:to|or|and|most|least|than|until|bis|a|à|max\\.?|min\\.?)\\s))(${number})[\\s-](?:(?!(?:or|and|more)\\s)[\\p{L}\\d-]{2,16}\\s){0,3}?(?:${signs})(?!\\p{L})(?![^.;]{0,12}\\b(?:or|and) (?:more|less|fewer|longer)\\b)`,
  "iu",
);
/** `nanoid(10)`, `randomString(length=8)`, "a random text of length 8". */
const drawnBy =
  /(?<![\p{L}\d])(?:nano_?id|(?:secure_?)?random_?(?:alphanumeric|base62|string|text|code|slug)s?)\(\s?(?:[a-z]{3,9}\s?[:=]\s?)?(\d{1,2})\s?\)|(?<!\p{L})length (?:of |= ?|is )?(\d{1,2})(?!\d|\.\d|\s?[-–]\s?\d)/iu;
const byChance =
  /(?<!\p{L})(?:random\p{L}*|nano-?ids?|zuf(?:ä|ae)llig\p{L}*|zufalls\p{L}*|aleat\p{L}*|aléat\p{L}*|hasard|casual[ei]|willekeurig\p{L}*|losow\p{L}*|slump\p{L}*|secrets\.\p{L}+|drawn?|gezogen|tirés?|base-?\s?\d\d)(?!\p{L})/iu;
const ofOthers =
  /(?<!\p{L})(?:md5|sha-?\d{1,3}|hash\p{L}*|digest|alias\p{L}*|custom|vanity|ids?|keys?|tokens?)(?!\p{L})/iu;
/** What is drawn only then, or was thought of. */
const otherwise = new RegExp(
  denying(
    ["not", "instead", "supposed"],
    "alternatives?|rejected|unlike|longer|shorter|append\\p{L}*|clash\\p{L}*|collision\\p{L}*|later",
  ),
  "iu",
);
/** "One random character" is put behind a code. */
const fewest = 2;
/** Of what a step draws. */
const most = 32;

/** In how many characters a code is told to be drawn: "the code is two random base62 characters"; undefined where it is not said plainly. */
export function codeLength(
  { name = "", comment }: Partial<Pick<Column, "name" | "comment">>,
  texts: readonly string[],
): number | undefined {
  // Codes may be called tokens, or ids.
  const called = name === "" ? null : new RegExp(`(?<!\\p{L})${literally(name)}s?(?!\\p{L})`, "giu");
  const asCode = (sentence: string): string => (called === null ? sentence : sentence.replaceAll(called, "code"));
  for (const sentence of inSentences(comment, texts, asCode)) {
    const found = byChance.test(sentence) ? (counted.exec(sentence) ?? drawnBy.exec(sentence)) : null;
    if (found === null || ofOthers.test(sentence) || otherwise.test(sentence.slice(0, found.index))) continue;
    const digits = found[1] ?? found[2] ?? "";
    const length = numerals[digits.toLowerCase()] ?? Number(digits);
    if (length >= fewest && length <= most) return length;
  }
  return undefined;
}
