/** Where these lines stand in a text, counted from 1: of several places the one nearest to `line`; null where nowhere. */
export function nearestLine(text: string, lines: readonly string[], line: number): number | null {
  const all = text.split("\n");
  const starts = all.flatMap((_, n) => (lines.every((one, k) => all[n + k] === one) ? [n + 1] : []));
  return starts.toSorted((a, b) => Math.abs(a - line) - Math.abs(b - line))[0] ?? null;
}
