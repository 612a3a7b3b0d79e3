/** The lines of `now` (from 1) that are new or different, by the longest common beginning and end. */
export function changedLines(before: string, now: string): { lines: number[]; removed: number } {
  const old = before.split("\n");
  const lines = now.split("\n");
  let head = 0;
  while (head < old.length && head < lines.length && old[head] === lines[head]) head += 1;
  let tail = 0;
  const most = Math.min(old.length, lines.length) - head;
  while (tail < most && old[old.length - 1 - tail] === lines[lines.length - 1 - tail]) tail += 1;
  const count = lines.length - head - tail;
  return {
    lines: Array.from({ length: count }, (_, n) => head + n + 1),
    removed: Math.max(0, old.length - lines.length),
  };
}
