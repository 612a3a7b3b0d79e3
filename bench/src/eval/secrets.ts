import type { Pack } from "@proofroom/domain/interview/item";
import type { Utterance } from "./session.ts";

/** Sentences of a pack that nobody may see before they were chosen, and those that nobody may see at all. */
export interface Secrets {
  /** Never within a session without hints: what is hidden, hints, strong answers, lessons. */
  locked: readonly string[];
  /** Probes, follow-ups and answers: only in the turn that they were chosen for. */
  unchosen: readonly string[];
}

const fewestLetters = 25;

/** The longest parts of a text that stand in it as they are, whatever fills its holes. */
const fixedParts = (text: string): string[] =>
  text
    .split(/\{\w+\}|`/)
    .map((part) => part.trim())
    .filter((part) => part.length >= fewestLetters)
    .toSorted((a, b) => b.length - a.length)
    .slice(0, 1);

export function secretsOf({ items, clarifications, requirements }: Pack): Secrets {
  const locked = items.flatMap(({ about, anchors, spoken: { hints, strong, lesson } }) => [
    about,
    ...Object.values(anchors),
    ...Object.values(hints),
    strong,
    lesson,
  ]);
  const unchosen = [
    ...items.flatMap(({ spoken: { probes, followUps } }) => [...probes, ...followUps.map(({ ask }) => ask)]),
    ...clarifications.map(({ answer }) => answer),
  ];
  return {
    locked: [...locked, ...requirements.split(/\n\s*\n/)].flatMap(fixedParts),
    unchosen: unchosen.flatMap(fixedParts),
  };
}

const spaced = (text: string): string => text.replaceAll(/\s+/g, " ");

/** Sentences of the pack in a text which it may not hold; `chosen` is what the Director worded so far. */
export function sentencesGivenAway({ locked, unchosen }: Secrets, text: string, chosen: string): string[] {
  const [said, free] = [spaced(text), spaced(chosen)];
  return [...locked, ...unchosen].map(spaced).filter((part) => said.includes(part) && !free.includes(part));
}

/** The terms of a pack that a text says first. It knows stems by their letters only, unlike the product's own filter. */
export function termsGivenAway({ items }: Pack, text: string, used: string): string[] {
  const terms = new Set(items.flatMap(({ forbidden }) => forbidden));
  const says = (words: string, term: string): boolean => {
    const letters = term.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(" ", "[\\s-]+");
    return new RegExp(`(?<![\\p{L}\\p{N}])${letters}`, "iu").test(words);
  };
  return [...terms].filter((term) => says(text, term) && !says(used, term));
}

/** All that people wrote until then, and what Proofroom itself told them of the problem. */
export const usedBefore = (brief: string, { state }: Utterance): string =>
  [brief, ...Object.values(state.reading?.texts ?? {}), ...state.messages.map(({ text }) => text)].join("\n");
