const hole = /\{([^{}]+)\}/g;

/** What stands in the holes of a key such as `u:{code}`. */
export const holesIn = (key: string): string[] => [...key.matchAll(hole)].map(([, name = ""]) => name.trim());

/**
 * The key with its holes filled; null where one has nothing to stand in it. What is filled in is encoded, so that two keys are
 * never the same by chance.
 */
export function fillKey(key: string, valueOf: (name: string) => unknown): string | null {
  const values = holesIn(key).map((name) => textOf(valueOf(name)));
  let n = 0;
  return values.includes(null) ? null : key.replaceAll(hole, () => values[n++] ?? "");
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  return encodeURIComponent(typeof value === "string" ? value.toWellFormed() : JSON.stringify(value));
}
