/** Numbers that look random and are the same in every run (mulberry32). */
export function seeded(seed: number) {
  const next = (): number => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    /** At least 0 and below `most`. */
    below: (most: number): number => Math.floor(next() * most),
    oneOf: (texts: readonly string[]): string => texts[Math.floor(next() * texts.length)] ?? "",
  };
}
