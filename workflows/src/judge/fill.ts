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

/** The names that a text quotes. */
export const namesIn = (text: string): string[] => [...text.matchAll(/\$(\w+)/g)].map(([, name = ""]) => name);

export function fillAll(texts: Record<string, string>, filling: Filling): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, fill(text, filling)]));
}
