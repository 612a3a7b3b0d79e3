import type { DirectorState } from "./director-state.ts";

/** A number from 0 up to 1 that a seed and a key decide (FNV-1a); the same two always give the same one. */
export function chance(seed: string, key: string): number {
  let hash = 0x811c9dc5;
  for (const unit of `${seed}/${key}`) {
    hash ^= unit.codePointAt(0) ?? 0;
    hash = Math.imul(hash, 0x01000193);
  }
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 12;
  return (hash >>> 0) / 2 ** 32;
}

/** The wordings in an order of the seed's, those not yet said first. */
export function inOrderOfSeed(state: DirectorState, key: string, wordings: readonly string[]): string[] {
  const from = Math.floor(chance(state.seed, key) * wordings.length);
  const turned = [...wordings.slice(from), ...wordings.slice(0, from)];
  const times = (wording: string) => state.said.filter((line) => line.text.includes(wording)).length;
  return turned
    .map((wording) => ({ wording, times: times(wording) }))
    .toSorted((a, b) => a.times - b.times)
    .map(({ wording }) => wording);
}

/** One of several wordings: never the one just said while there is another. */
export const wordingOf = (state: DirectorState, key: string, wordings: readonly string[]): string =>
  inOrderOfSeed(state, key, wordings)[0] ?? "";
