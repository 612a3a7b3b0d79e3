import type { Clarification, Pack } from "../item.ts";
import { likeliest } from "./clarification-likeliest.ts";
import { clarificationVocabulary, placesOf, type Sought, type Vocabulary } from "./clarification-vocabulary.ts";
import { wordsIn } from "./plain.ts";
import { isElsewhere, isGlue, isNeutral, isNumber, isPointed, isTelling } from "./question-words.ts";
import { asksForMore, isQuestion } from "./questions.ts";
import { stem } from "./stem.ts";
import { inTerms } from "./synonyms.ts";
import { spelt } from "./typo.ts";

/** A question is no longer than this many words; of a longer text its beginning is looked at. */
const mostWords = 40;

/** How closely a question has to keep to the words that a clarification knows. */
export type Strictness = "asked" | "clipped";

/**
 * The clarification that a question is about; null when the pack does not know, or when two are equally near. The lists
 * of `match` find it, and what else the question holds has to be about it: "how long does the cache keep entries?" has
 * the words of a question about links, and is about something else.
 */
export function clarificationFor(pack: Pack, text: string, strictness: Strictness = "asked"): Clarification | null {
  if (strictness === "asked" && (!isQuestion(text) || asksForMore(text))) return null;
  const vocabulary = clarificationVocabulary(pack);
  const words = wordsIn(text.slice(0, 600)).slice(0, mostWords);
  const asWritten = nearest(vocabulary, words, strictness);
  if (asWritten !== null) return asWritten;
  const meant = mended(vocabulary, words);
  const termed = inTerms(meant ?? words);
  return (
    (meant === null ? null : nearest(vocabulary, meant, strictness)) ??
    (termed === null ? null : nearest(vocabulary, termed, strictness)) ??
    (strictness === "asked" ? likeliest(vocabulary, termed ?? meant ?? words) : null)
  );
}

/**
 * The words with their slips of the fingers mended; null where there are none, or so many that it is another language.
 * A known word is no slip of another.
 */
function mended({ isKnown, byLetter }: Vocabulary, words: readonly string[]): string[] | null {
  const unknown = new Set(words.filter((word) => word.length >= 5 && !isKnown(word)));
  if (unknown.size === 0 || unknown.size > 3) return null;
  return words.map((word) => (unknown.has(word) ? spelt(word, byLetter) : word));
}

function nearest(vocabulary: Vocabulary, words: readonly string[], strictness: Strictness): Clarification | null {
  const stems = words.map(stem);
  const isContent = (root: string, n: number) => isTelling(words[n] ?? "") && !vocabulary.shared.has(root);
  const asked = { words, stems, content: new Set(stems.filter(isContent)) };
  let best: { of: Clarification; score: number } | null = null;
  let second = 0;
  for (const sought of vocabulary.sought) {
    const score = scoreOf(vocabulary, sought, asked, strictness);
    if (score > (best?.score ?? 0)) {
      second = best?.score ?? 0;
      best = { of: sought.clarification, score };
    } else second = Math.max(second, score);
  }
  return best === null || best.score - second < margin ? null : best.of;
}

const margin = 0.2;

/** The word behind one of these is what is asked for: "what colour has the page?" asks for a colour. */
const asksWhich = new Set(["what", "which", "whose", "many", "much"]);

interface Asked {
  words: readonly string[];
  stems: readonly string[];
  /** Those that say what it is about. */
  content: ReadonlySet<string>;
}

/** How many words of a question a clarification explains, less those that it does not; 0 where it does not fit. */
function scoreOf({ shared }: Vocabulary, sought: Sought, asked: Asked, strictness: Strictness): number {
  if (sought.unless.some((phrase) => placesOf(phrase, asked.stems).length > 0)) return 0;
  const found = Math.max(listScore(sought, asked), wordingScore(sought, asked));
  if (found === 0) return 0;
  let own = 0;
  let strange = 0;
  for (const [n, word] of asked.words.entries()) {
    const root = asked.stems[n] ?? word;
    if (isElsewhere(word) && !isGlue(word) && !sought.exact.has(word)) return 0;
    if (sought.own.has(root)) own += shared.has(root) ? 0.5 : 1;
    else if (isGlue(word) || (word === "when" && n > 1)) continue;
    else if (isPointed(word)) return 0;
    else if (!isNeutral(word) && !shared.has(root) && !isNumber(word)) {
      // The first that is named is what is asked for: "what is the font of the page?" asks for a font.
      if (own === 0 || asksWhich.has(asked.words[n - 1] ?? "")) return 0;
      strange += 1;
    }
  }
  const bearable = strictness === "clipped" ? 0 : own >= 4 ? 2 : own >= 2 ? 1 : 0;
  return strange > bearable ? 0 : found + own * 0.3 - strange * 0.5;
}

/** How many words the list holds that explains most; those that any question may hold weigh little. */
function listScore({ lists }: Sought, { words, stems }: Asked): number {
  let most = 0;
  for (const list of lists) {
    const covered = new Set<number>();
    const isWhole = list.every((entry) => {
      let isFound = false;
      for (const phrase of entry)
        for (const at of placesOf(phrase, stems)) {
          isFound = true;
          for (let n = 0; n < phrase.length; n += 1) covered.add(at + n);
        }
      return isFound;
    });
    if (!isWhole) continue;
    let score = list.length * 0.1;
    for (const at of covered) score += isGlue(words[at] ?? "") ? 0.4 : 1;
    most = Math.max(most, score);
  }
  return most;
}

/** Nearly one of the wordings. */
function wordingScore({ wordings }: Sought, { content }: Asked): number {
  const isLike = wordings.some((wording) => {
    if (wording.size < 2 || content.size * 0.75 > wording.size || wording.size * 0.75 > content.size) return false;
    let both = 0;
    for (const word of content) if (wording.has(word)) both += 1;
    return both >= 2 && both / (wording.size + content.size - both) >= 0.75;
  });
  return isLike ? content.size * 0.8 : 0;
}
