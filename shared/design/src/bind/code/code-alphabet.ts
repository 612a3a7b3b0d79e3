import { alphabet } from "@proofroom/domain/design/base62";
import type { Column } from "@proofroom/domain/design/model";
import { digitsOf, textForm } from "@proofroom/domain/design/text-form";
import { inSentences } from "./made-code.ts";

/** Alphabets that go by a name, with those that are written in small letters unless the text says otherwise. */
const named: [RegExp, string][] = [
  [/\bbase-?\s?58\b/i, "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"],
  [/\bcrockford\b/i, "0123456789abcdefghjkmnpqrstvwxyz"],
  [/\bbase-?\s?32\b/i, "abcdefghijklmnopqrstuvwxyz234567"],
  [/\bbase-?\s?36\b/i, "0123456789abcdefghijklmnopqrstuvwxyz"],
  [/(?<!\p{L})(?:hex|hexad[eé]cima\p{L}{0,4}|hexadezimal\p{L}{0,2}|esadecimal[ei])(?!\p{L})/iu, "0123456789abcdef"],
];
const upper =
  /(?<!\p{L})(?:upper-?\s?case|gro(?:ß|ss)buchstaben|may[uú]sculas?|majuscules?|mai[uú]sculas?|maiuscol\p{L})(?!\p{L})/iu;
const lower = /(?<!\p{L})(?:lower-?\s?case|kleinbuchstaben|min[uú]sculas?|minuscules?|minuscol\p{L})(?!\p{L})/iu;
const withDigits =
  /(?<!\p{L})(?:digits?|numbers?|0\s?[-–]\s?9|ziffern|zahlen|d[ií]gitos|n[uú]meros|chiffres|cifre)(?!\p{L})/iu;
/** `no 0OIl`, `without 0, O, I and l`, `ohne 0/O/I/l`. */
const without =
  /(?<!\p{L})(?:no|without|except|excluding|minus|ohne|sin|sans|sem|senza)\s((?:[0-9A-Za-z](?:[,/]?\s(?:and\s|or\s|und\s|oder\s)?|[,/])?){2,10})(?![0-9A-Za-z])/u;
/** What people confuse. */
const alike = /^[0OoQD1IiLlJj5Ss2Zz8B6GuUvV9gq]{2,}$/;
/** `[a-z0-9]`, and an alphabet that is written out. */
const written = /\[([0-9A-Za-z]{1,40}-[0-9A-Za-z-]{1,70})\]/;
const spelledOut = /(?<![0-9A-Za-z])[0-9A-Za-z]{16,62}(?![0-9A-Za-z])/g;
/** A sentence of what codes consist of; a hash, and what somebody chooses, is another thing. */
const ofCharacters =
  /(?<!\p{L})(?:char\p{L}*|letters?|digits?|zeichen|buchstaben|ziffern|caract\p{L}*|caratter\p{L}|letras?|lettres?|alphabets?|alfabeto?|random\p{L}*|zuf(?:ä|ae)ll\p{L}*|aleat\p{L}*|aléat\p{L}*|base-?\s?\d\d)(?!\p{L})/iu;
const ofOthers = /(?<!\p{L})(?:md5|sha-?\d{1,3}|hash\p{L}*|digest|alias\p{L}*|custom|vanity|ids?)(?!\p{L})/iu;
const denied = /\b(?:not|instead of|rather than|unlike|considered|alternatives?|rejected|vs|would|could|might)\b/i;

/** The digits out of which a code is drawn, where not out of all 62: as its column's check lets them stand, else as it is told. */
export function codeAlphabet({ matches = "", comment }: Column, texts: readonly string[]): string | undefined {
  const form = textForm(matches);
  const held = form === null ? undefined : digitsOf(form);
  if (held !== undefined) return held;
  for (const sentence of inSentences(comment, texts)) {
    const isOther = denied.test(sentence) || ofOthers.test(sentence) || !ofCharacters.test(sentence);
    const told = isOther ? undefined : alphabetIn(sentence);
    if (told !== undefined && told.length >= fewest && told.length < alphabet.length) return told;
  }
  return undefined;
}

/** Of fewer nobody makes codes. */
const fewest = 8;

function alphabetIn(sentence: string): string | undefined {
  const found = ofClass(sentence) ?? named.find(([name]) => name.test(sentence))?.[1] ?? lettersIn(sentence);
  const left = withoutIn(sentence);
  if (found === undefined && left === "") return undefined;
  const cased = found !== undefined && upper.test(sentence) && !lower.test(sentence) ? found.toUpperCase() : found;
  const all = [...new Set(cased ?? alphabet)].filter((one) => !left.includes(one)).join("");
  return all.length > 1 ? all : undefined;
}

function ofClass(sentence: string): string | undefined {
  const form = textForm(`^[${written.exec(sentence)?.[1] ?? ""}]+$`);
  const inClass = form === null ? undefined : alphabet.split("").filter(form.holds).join("");
  if (inClass !== undefined) return inClass;
  const isEachOnce = (text: string): boolean => new Set(text).size === text.length;
  return [...sentence.matchAll(spelledOut)].map(([text]) => text).find(isEachOnce);
}

/** `lower-case letters only`, `Großbuchstaben und Ziffern`; both cases are all of them. */
function lettersIn(sentence: string): string | undefined {
  if (lower.test(sentence) === upper.test(sentence)) return undefined;
  const letters = alphabet.slice(36);
  const cased = lower.test(sentence) ? letters : letters.toUpperCase();
  return withDigits.test(sentence) ? `${alphabet.slice(0, 10)}${cased}` : cased;
}

/** What is left out because one may be read for another; `no oil` is no list. */
function withoutIn(sentence: string): string {
  const listed = without.exec(sentence)?.[1] ?? "";
  const letters = listed.replaceAll(/\b(?:and|or|und|oder)\b|[\s,/]/g, "");
  const isList = /[0-9A-Z]/.test(letters) || /[,/]/.test(listed);
  return isList && alike.test(letters) ? letters : "";
}
