import type { Clarification, Pack } from "../item.ts";
import { everydayWords } from "./everyday-words.ts";
import { lookalikes } from "./lookalikes.ts";
import { wordsIn } from "./plain.ts";
import { elsewhereWords, isGlue, isTelling, neutralWords } from "./question-words.ts";
import { stem } from "./stem.ts";

/** A word or phrase of a list to match, as stems. */
export type Phrase = readonly string[];

/** A clarification made ready to be looked for. */
export interface Sought {
  clarification: Clarification;
  lists: readonly (readonly (readonly Phrase[])[])[];
  unless: readonly Phrase[];
  /** All that such a question speaks of, as stems: other words are about something else. */
  own: ReadonlySet<string>;
  /** The same as they stand there: a worker does not work. */
  exact: ReadonlySet<string>;
  wordings: readonly ReadonlySet<string>[];
}

export interface Vocabulary {
  sought: readonly Sought[];
  /** Stems that so many clarifications hold that they tell none from another. */
  shared: ReadonlySet<string>;
  /** Whose lists and wordings a stem stands in. */
  owners: ReadonlyMap<string, readonly Clarification[]>;
  isKnown: (word: string) => boolean;
  /** What a misspelt word may have been meant to be, by first letter. */
  byLetter: ReadonlyMap<string, readonly string[]>;
}

const everyday: ReadonlySet<string> = new Set(everydayWords);

const kept = new WeakMap<Pack, Vocabulary>();

/** The words of a pack's clarifications, worked out once for each pack. */
export function clarificationVocabulary(pack: Pack): Vocabulary {
  const known = kept.get(pack) ?? vocabularyOf(pack);
  kept.set(pack, known);
  return known;
}

function vocabularyOf({ clarifications }: Pack): Vocabulary {
  const sought = clarifications.map(soughtOf);
  const holders = new Map<string, number>();
  for (const one of clarifications)
    for (const word of new Set(textsOf(one).flatMap(contentOf))) holders.set(word, (holders.get(word) ?? 0) + 1);
  const owners = new Map<string, Clarification[]>();
  for (const one of clarifications)
    for (const word of new Set([...one.match.flat(), ...one.wordings].flatMap(contentOf)))
      owners.set(word, [...(owners.get(word) ?? []), one]);
  const shared = new Set([...holders].flatMap(([word, count]) => (count >= sharedBy ? [word] : [])));
  const all = new Set([...clarifications.flatMap(textsOf).flatMap(wordsIn), ...neutralWords, ...elsewhereWords]);
  const stems = new Set([...all].map(stem));
  return {
    sought: sought.map((one) => ({ ...one, wordings: one.wordings.map((wording) => wording.difference(shared)) })),
    shared,
    owners,
    isKnown: (word) =>
      all.has(word) || stems.has(stem(word)) || isGlue(word) || lookalikes.has(word) || everyday.has(word),
    byLetter: Map.groupBy(
      [...all].filter((word) => word.length >= 4),
      (word) => word[0] ?? "",
    ),
  };
}

/** In a pack of three dozen: `link`, `code`, `user`. */
const sharedBy = 9;

const textsOf = ({ match, about = [], wordings }: Clarification): string[] => [...match.flat(), ...about, ...wordings];

function soughtOf(clarification: Clarification): Sought {
  return {
    clarification,
    lists: clarification.match.map((list) => list.map((entry) => entry.split("|").map(phraseOf))),
    unless: (clarification.unless ?? []).map(phraseOf),
    own: new Set(textsOf(clarification).flatMap(contentOf)),
    exact: new Set(textsOf(clarification).flatMap(wordsIn)),
    wordings: clarification.wordings.map((text) => new Set(wordsIn(text).filter(isTelling).map(stem))),
  };
}

const contentOf = (text: string): string[] =>
  wordsIn(text)
    .filter((word) => !isGlue(word))
    .map(stem);

const phraseOf = (text: string): Phrase => wordsIn(text).map(stem);

/** Where a phrase stands. */
export function placesOf(phrase: Phrase, stems: readonly string[]): number[] {
  const found: number[] = [];
  const [first] = phrase;
  for (let at = stems.indexOf(first ?? ""); at >= 0; at = stems.indexOf(first ?? "", at + 1))
    if (phrase.every((word, n) => stems[at + n] === word)) found.push(at);
  return found;
}
