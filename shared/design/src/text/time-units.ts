/** Milliseconds of a unit of time as SQL, settings and people write it: `HOUR`, `mins`, `s`, `Minuten`, `segundos`; null of what is none. */
export function millisPer(unit: string): number | null {
  const found = units.find(([pattern]) => pattern.test(unit));
  return found === undefined ? null : found[1];
}

const units: readonly [RegExp, number][] = [
  [/^(?:ms|msecs?|milli\p{L}*)$/iu, 1],
  [/^(?:s|secs?|se[cgk]\p{L}{1,2}nd\p{L}{0,3})$/iu, 1_000],
  [/^(?:m|mins?|minut\p{L}{0,3})$/iu, 60_000],
  [/^(?:h|hrs?|hours?)$/i, 3_600_000],
  [/^(?:d|days?)$/i, 86_400_000],
  [/^(?:w|weeks?)$/i, 604_800_000],
];
