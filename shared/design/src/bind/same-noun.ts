/**
 * Whether two words are one noun, as one thing and as several: Italian `blocco` and `blocchi`, German `Sperre` and `Sperren`, Polish `blokada`
 * and `blokady`. Both are lower case and in ASCII, and what their endings are put to has to be long enough to tell one noun from another.
 */
export function isSameNoun(one: string, other: string): boolean {
  if (one === other) return true;
  if (one.slice(0, shortest) !== other.slice(0, shortest)) return false;
  return isPlural(one, other) || isPlural(other, one);
}

const isPlural = (one: string, several: string): boolean =>
  endings.some(([single, plural]) => {
    const stem = one.slice(0, one.length - single.length);
    return stem.length >= shortest && one.endsWith(single) && several === stem + plural;
  });

/** `sala` is no `sale`. */
const shortest = 4;

/** How one thing ends, and how several do; what English, Spanish and Portuguese end alike in is taken off before. */
const endings: readonly (readonly [single: string, plural: string])[] = [
  // Italian
  ["o", "i"],
  ["e", "i"],
  ["a", "e"],
  ["io", "i"],
  ["o", "hi"],
  ["a", "he"],
  // German and Dutch
  ["", "en"],
  ["e", "en"],
  ["", "e"],
  // Polish
  ["a", "y"],
  ["", "y"],
  ["a", "i"],
  ["e", "a"],
  ["o", "a"],
  // French, Spanish and Portuguese
  ["", "x"],
  ["l", "ux"],
  ["z", "ces"],
  ["l", "is"],
  ["m", "ns"],
];
