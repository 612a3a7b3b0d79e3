const units: Record<string, number> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Milliseconds of `250ms`, `30s`, `2m`, `1h`, `7d`, with a sign or a fraction too; null for any other text. */
export function millisOf(text: string): number | null {
  const found = /^([+-]?\d+(?:\.\d+)?)\s*(ms|s|m|h|d)$/.exec(text.trim());
  const unit = units[found?.[2] ?? ""];
  return found === null || unit === undefined ? null : Number(found[1]) * unit;
}
