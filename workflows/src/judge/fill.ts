export interface Filling {
  /** Differs from run to run, test to test and try to try. */
  seed: string;
  /** Counts the repetitions of a call from 1. */
  nth: number;
  /** What earlier steps kept. */
  kept: ReadonlyMap<string, string>;
}

/** Puts `{seed}`, `{i}` and `$name` into a test's text; a name that nothing kept stays as it is written. */
export function fill(text: string, { seed, nth, kept }: Filling): string {
  return text
    .replaceAll("{seed}", seed)
    .replaceAll("{i}", String(nth))
    .replaceAll(/\$(\w+)/g, (written, name: string) => kept.get(name) ?? written);
}

export function fillAll(texts: Record<string, string>, filling: Filling): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, fill(text, filling)]));
}

const units: Record<string, number> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `3m`, `-10s`, `250ms` in milliseconds; throws for anything else. */
export function millisOf(duration: string): number {
  const [, number, unit] = /^(-?\d+)(ms|s|m|h|d)$/.exec(duration) ?? [];
  const factor = units[unit ?? ""];
  if (number === undefined || factor === undefined) throw new Error(`"${duration}" is no duration such as 3m or -10s.`);
  return Number(number) * factor;
}
