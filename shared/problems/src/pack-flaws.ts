import type { Clarification, HiddenItem, SpokenItem } from "@proofroom/domain/interview/item";
import { mentions } from "@proofroom/domain/interview/language/mentions";

/** The holes that a probe may have; others could never be filled. */
const holes = new Set(["table", "column", "endpoint", "component", "line", "number"]);

export function flawsOfItems(items: readonly HiddenItem[]): string[] {
  const ids = new Set(items.map(({ id }) => id));
  return [
    ...twice(items.map(({ id }) => id)),
    ...items.flatMap(({ id, after = [] }) =>
      after
        .filter((other) => !ids.has(other) || other === id)
        .map((other) => `${id} comes after ${other}, which is no other item`),
    ),
  ];
}

export function flawsOfSpoken(spoken: Readonly<Record<string, SpokenItem>>, items: readonly HiddenItem[]): string[] {
  const ids = new Set(items.map(({ id }) => id));
  return [
    ...Object.keys(spoken).flatMap((id) => (ids.has(id) ? [] : [`${id} is no item of items.yaml`])),
    ...items.flatMap((item) => {
      const words = spoken[item.id];
      return words === undefined ? [`${item.id} has no words`] : flawsOfWords(item, words);
    }),
  ];
}

export function flawsOfClarifications(clarifications: readonly Clarification[]): string[] {
  const empty = clarifications.filter(({ match }) => match.some((entries) => entries.length === 0));
  return [
    ...twice(clarifications.map(({ id }) => id)),
    ...empty.map(({ id }) => `${id} has an empty list to match: it would answer everything`),
  ];
}

function flawsOfWords(
  { id, forbidden }: HiddenItem,
  { probes, hints, followUps, strong, lesson }: SpokenItem,
): string[] {
  const [first, ...later] = probes;
  const whole = [...Object.values(hints), ...followUps.map(({ ask }) => ask), strong, lesson].filter(hasHole);
  const unknown = later.flatMap(holesIn).filter((hole) => !holes.has(hole));
  const early = [...probes, hints.nudge, hints.pointed];
  return [
    ...[first].filter((text) => holesIn(text).length > 0).map((text) => `${id} has a hole in its first probe: ${text}`),
    ...whole.map((text) => `${id} has a hole where none is filled: ${text}`),
    ...unknown.map((hole) => `${id} has a hole {${hole}} that nothing fills`),
    ...early.flatMap((text) => saidIn(text, forbidden).map((term) => `${id} says "${term}" too early: ${text}`)),
    // Somebody who said the word may be asked about it.
    ...followUps.flatMap(({ when, ask }) =>
      saidIn(ask, forbidden)
        .filter((term) => !when.every((word) => saidIn(word, [term]).length > 0))
        .map((term) => `${id} says "${term}" before the candidate did: ${ask}`),
    ),
  ];
}

/** An endpoint's `{code}` is no hole where nothing is filled. */
const hasHole = (text: string): boolean => holesIn(text).some((hole) => holes.has(hole));

const holesIn = (text: string): string[] => [...text.matchAll(/\{(\w*)\}/g)].map(([, name]) => name ?? "");

/** Those of the terms that a text says in any form, as the interviewer's own words are checked. */
export const saidIn = (text: string, terms: readonly string[]): string[] =>
  terms.filter((term) => mentions(text, term));

const twice = (ids: readonly string[]): string[] =>
  [...new Set(ids.filter((id, n) => ids.indexOf(id) !== n))].map((id) => `${id} is there twice`);
