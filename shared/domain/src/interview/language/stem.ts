import { wordsIn } from "./plain.ts";
import { remembered } from "./remembered.ts";

/** The part that a word shares with its other forms: `expires`, `expiry` and `expiration` have the stem `expir`. */
export const stem = remembered(stemOf, 20_000);

function stemOf(word: string): string {
  let w = word.endsWith("'s") ? word.slice(0, -2) : word;
  w = withoutPlural(w);
  w = withoutTense(w);
  for (const ending of endings) {
    if (w.endsWith(ending) && w.length - ending.length >= 4) {
      w = w.slice(0, -ending.length);
      break;
    }
  }
  if (w.length >= 4 && w.endsWith("e")) w = w.slice(0, -1);
  if (w.length >= 5 && w.endsWith("y")) w = w.slice(0, -1);
  return w;
}

const endings = [
  "ations",
  "ation",
  "ment",
  "ness",
  "ally",
  "able",
  "ible",
  "ate",
  "ely",
  "ly",
  "ion",
  "er",
  "or",
  "al",
];

function withoutPlural(w: string): string {
  if (w.length > 4 && w.endsWith("ies")) return `${w.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|z)es$/.test(w)) return w.slice(0, -2);
  return w.length > 3 && w.endsWith("s") && !/(?:ss|us|is|alias|canvas)$/.test(w) ? w.slice(0, -1) : w;
}

function withoutTense(w: string): string {
  if (w.length > 4 && w.endsWith("ied")) return `${w.slice(0, -3)}y`;
  const [, rest = ""] = /^(.*[aeiouy].*?)(?:ing|ed)$/.exec(w) ?? [];
  if (rest.length < 3) return w;
  return /([bdfgmnprt])\1$/.test(rest) ? rest.slice(0, -1) : rest;
}

/** The stems of a text in order. */
export const stemsOf = (text: string): string[] => wordsIn(text).map(stem);

/** Whether a word is a form of `wanted`, which may itself be cut short (`expir`). */
export function isFormOf(word: string, wanted: string): boolean {
  if (word === wanted) return true;
  const root = stem(wanted);
  const own = stem(word);
  return own === root || (wanted.length >= 5 && (own.startsWith(root) || word.startsWith(wanted)));
}

/** Where the words of a phrase stand one after the other; empty where they do not. */
export function phraseIn(words: readonly string[], phrase: string, isSame = isFormOf): number[] {
  const wanted = wordsIn(phrase);
  if (wanted.length === 0) return [];
  const found: number[] = [];
  for (let at = 0; at + wanted.length <= words.length; at += 1)
    if (wanted.every((one, n) => isSame(words[at + n] ?? "", one))) found.push(at);
  return found;
}

/** The letters that all forms of a phrase's first word begin with: the cheap question before the exact one. */
export const beginningOf = remembered((phrase) => stem(wordsIn(phrase)[0] ?? "").slice(0, 4));
