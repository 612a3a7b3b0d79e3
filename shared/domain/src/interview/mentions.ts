import { folded, wordsIn } from "./plain.ts";
import { phraseIn, stem } from "./stem.ts";

/** Whether a text holds a word or phrase in any of its forms; all of them begin alike, which is quickly seen. */
export const mentions = (text: string, phrase: string): boolean =>
  folded(text).includes(folded(phrase).trimStart().slice(0, 3)) && phraseIn(wordsIn(text), phrase).length > 0;

/** The stems of texts, each once. */
export const vocabularyOf = (texts: readonly string[]): ReadonlySet<string> =>
  new Set(texts.flatMap((text) => wordsIn(text).map(stem)));

/** A word or phrase, which may be cut short, made ready to be looked for in many vocabularies. */
export type Term = readonly { word: string; root: string }[];

export const termOf = (phrase: string): Term => wordsIn(phrase).map((word) => ({ word, root: stem(word) }));

/** Whether each word of a term stands somewhere in a vocabulary. */
export const uses = (vocabulary: ReadonlySet<string>, term: Term): boolean =>
  term.length > 0 && term.every(({ word, root }) => vocabulary.has(root) || beginsOne(vocabulary, word, root));

function beginsOne(vocabulary: ReadonlySet<string>, word: string, root: string): boolean {
  if (word.length < 4) return false;
  for (const known of vocabulary) if (known.startsWith(root)) return true;
  return false;
}
