import { wordsIn } from "./plain.ts";
import { phraseIn, stem } from "./stem.ts";

/** Whether a text holds a word or phrase in any of its forms. */
export const mentions = (text: string, phrase: string): boolean => phraseIn(wordsIn(text), phrase).length > 0;

/** The stems of texts, each once. */
export const vocabularyOf = (texts: readonly string[]): ReadonlySet<string> =>
  new Set(texts.flatMap((text) => wordsIn(text).map(stem)));

/** Whether each word of a term, which may be cut short, stands somewhere in a vocabulary. */
export function uses(vocabulary: ReadonlySet<string>, term: string): boolean {
  const wanted = wordsIn(term).map((word) => ({ word, root: stem(word) }));
  return (
    wanted.length > 0 &&
    wanted.every(
      ({ word, root }) =>
        vocabulary.has(root) || (word.length >= 4 && [...vocabulary].some((known) => known.startsWith(root))),
    )
  );
}
