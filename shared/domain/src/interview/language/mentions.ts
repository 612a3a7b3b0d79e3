import { folded, wordsIn } from "./plain.ts";
import { phraseIn, stem } from "./stem.ts";

/** Whether a text holds a word or phrase in any of its forms; all of them begin alike, which is quickly seen. */
export const mentions = (text: string, phrase: string): boolean =>
  folded(text).includes(folded(phrase).trimStart().slice(0, 3)) && phraseIn(wordsIn(text), phrase).length > 0;

/** The stems of texts, each once and in order, so that one is found among many quickly. */
export type Vocabulary = readonly string[];

export const vocabularyOf = (texts: readonly string[]): Vocabulary =>
  united(texts.map((text) => wordsIn(text).map(stem)));

/** All that several vocabularies hold. */
export function united(vocabularies: Iterable<readonly string[]>): Vocabulary {
  const all = new Set<string>();
  for (const vocabulary of vocabularies) for (const word of vocabulary) all.add(word);
  return [...all].toSorted();
}

/** A vocabulary with more words; itself where it holds them all. */
export function widened(vocabulary: Vocabulary, words: Iterable<string>): Vocabulary {
  const added = new Set<string>();
  for (const word of words) if (vocabulary[firstFrom(vocabulary, word)] !== word) added.add(word);
  return added.size === 0 ? vocabulary : [...vocabulary, ...added].toSorted();
}

/** A word or phrase, which may be cut short, made ready to be looked for in many vocabularies. */
export type Term = readonly string[];

export const termOf = (phrase: string): Term => wordsIn(phrase).map(stem);

/** Whether each word of a term stands somewhere in a vocabulary. */
export const uses = (vocabulary: Vocabulary, term: Term): boolean =>
  term.length > 0 &&
  term.every((root) => {
    // "bots" is no beginning of "both": what is left of a short word tells nothing of a longer one.
    const nearest = vocabulary[firstFrom(vocabulary, root)];
    return nearest !== undefined && (nearest === root || (root.length >= 4 && nearest.startsWith(root)));
  });

function firstFrom(sorted: Vocabulary, wanted: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? "") < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
