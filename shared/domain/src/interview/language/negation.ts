import { folded, sentencesIn, wordsIn } from "./plain.ts";
import { beginningOf, isFormOf, phraseIn } from "./stem.ts";
import { remembered } from "./remembered.ts";
import { saysNothing } from "./says-nothing.ts";

const denies = new Set(
  "no not nothing never without neither nor none cannot can't don't doesn't didn't won't isn't aren't wasn't needn't shouldn't wouldn't dont doesnt avoid skip omit drop".split(
    " ",
  ),
);

/** `cache is not needed`, `cache: none`, `caching would be overkill`. */
const deniedAfter =
  /^(?:(?:is|are|was|would be|seems?|looks?|:|=|-)\s*)*(?:not (?:needed|required|necessary|used|there|part|in scope|worth)|unnecessary|overkill|out of scope|none\b|isn't|aren't|n\/a)/;

/** Further away than this a denial is about something else. */
const reach = 5;

/**
 * The first sentence of a text that says one of the words (each may be a phrase) and does not deny it; null where there is
 * none. "I don't know" and questions about it are passed over.
 */
export function saidIn(text: string, words: readonly string[]): { sentence: string; word: string } | null {
  for (const sentence of sentencesIn(text)) {
    const word = words.find((one) => says(sentence, one));
    if (word !== undefined && !saysNothing(sentence)) return { sentence, word };
  }
  return null;
}

/** Whether a sentence says a word (or phrase) without denying it. */
export function says(sentence: string, phrase: string): boolean {
  // Most sentences don't even hold its beginning, and that is cheap to see.
  if (!folded(sentence).includes(beginningOf(phrase))) return false;
  const known = saidBefore(sentence);
  const said = known.get(phrase) ?? isSaid(sentence, phrase);
  known.set(phrase, said);
  return said;
}

const saidBefore = remembered(() => new Map<string, boolean>(), 3_000);

function isSaid(sentence: string, phrase: string): boolean {
  const whole = wordsIn(sentence);
  if (phraseIn(whole, phrase).length === 0) return false;
  return clausesOf(sentence).some((clause) => {
    const words = wordsIn(clause);
    return phraseIn(words, phrase).some((at) => !isDenied(clause, words, at, phrase));
  });
}

/** A denial ends at a comma, unless the commas make a list: `no cache, queue or CDN`. */
function clausesOf(sentence: string): string[] {
  const text = folded(sentence);
  const isList = /\b(?:no|without|neither)\b[^.;]*\b(?:or|nor)\b/.test(text);
  return text.split(isList ? /(?=\b(?:but|however|so)\b)/ : /,|\(|\)|(?=\b(?:but|however|so|because|instead)\b)/);
}

function isDenied(clause: string, words: readonly string[], at: number, phrase: string): boolean {
  const isList = /\b(?:or|nor)\b/.test(clause);
  const from = isList ? 0 : Math.max(0, at - reach);
  const before = words.slice(from, at);
  if (before.some((word, n) => denies.has(word) && before[n + 1] !== "only")) return true;
  const last = wordsIn(phrase).at(-1) ?? "";
  const end = words[at + wordsIn(phrase).length - 1] ?? last;
  const after = clause.slice(clause.indexOf(end) + end.length).trimStart();
  return isFormOf(end, last) && deniedAfter.test(after);
}
