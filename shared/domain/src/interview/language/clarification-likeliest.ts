import type { Clarification } from "../item.ts";
import { placesOf, type Vocabulary } from "./clarification-vocabulary.ts";
import { isElsewhere, isGlue, isNeutral, isNumber, isPointed } from "./question-words.ts";
import { stem } from "./stem.ts";

/**
 * The clarification that a question's words point to most, where all of them are words of questions and the rare ones are
 * all its own: "can I leave tracking out of this?" is about counting visits, however it goes on.
 */
export function likeliest({ sought, shared, owners }: Vocabulary, words: readonly string[]): Clarification | null {
  if (namesOnly.test(words.join(" "))) return null;
  const points = new Map<Clarification, number>();
  let candidates: Set<Clarification> = new Set(sought.map(({ clarification }) => clarification));
  let isNamed = false;
  for (const word of words) {
    const root = stem(word);
    if (isGlue(word) || isNumber(word) || shared.has(root)) continue;
    if (isElsewhere(word) || isPointed(word)) return null;
    const holders = owners.get(root) ?? [];
    if (isNeutral(word)) {
      for (const one of holders) points.set(one, (points.get(one) ?? 0) + 0.5 / holders.length);
      continue;
    }
    for (const one of holders) points.set(one, (points.get(one) ?? 0) + 1 / holders.length);
    candidates = candidates.intersection(new Set(holders));
    isNamed ||=
      holders.length <= 2 &&
      sought.some(
        ({ clarification, wordings }) => candidates.has(clarification) && wordings.some((wording) => wording.has(root)),
      );
  }
  const [best, second] = [...points].toSorted(([, a], [, b]) => b - a);
  if (!isNamed || best === undefined || !candidates.has(best[0])) return null;
  if (best[1] < 0.5 || best[1] - (second?.[1] ?? 0) < 0.25) return null;
  const unless = sought.find(({ clarification }) => clarification === best[0])?.unless ?? [];
  return unless.some((phrase) => placesOf(phrase, words.map(stem)).length > 0) ? null : best[0];
}

/** Who asks for a way, a reason, a favour or about the papers names a subject without asking for a requirement. */
const namesOnly =
  /^(?:how (?:do|does|did|can|could|would|will|should|is|are|am)|why)\b|\b(?:able|capable)\b|\b(?:can|could|would|will) you\b|\b(?:problem|question|task|exercise)s?\b|\b(?:into|in|on|to) (?:the|my|our) (?:design|api|schema|diagram)\b/;
