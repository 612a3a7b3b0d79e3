/** Whoever comes from more networks than this at once fills no more memory; who was seen longest ago is forgotten. */
const mostKept = 20_000;

/** How often one person may do a thing: `most` times within `millis`. Keeps nobody longer than that. */
export function createPace({ most, millis, now }: { most: number; millis: number; now: () => number }) {
  const times = new Map<string, number[]>();

  const forget = (at: number): void => {
    for (const [key, kept] of times) {
      const last = kept.at(-1);
      if (last !== undefined && at - last < millis && times.size <= mostKept) return;
      times.delete(key);
    }
  };

  return {
    /** Counts one more; answers the milliseconds to wait, 0 where it was not too many. */
    take(key: string): number {
      const at = now();
      const recent = (times.get(key) ?? []).filter((time) => at - time < millis);
      const oldest = recent.at(-most);
      if (oldest !== undefined) return oldest + millis - at;
      // Deleted first, so that the map stays in the order of last use.
      times.delete(key);
      times.set(key, [...recent, at]);
      forget(at);
      return 0;
    },
  };
}
export type Pace = ReturnType<typeof createPace>;
