/**
 * Carries the age of each line over to a newer text: lines that stayed keep theirs, the others are of `at`. Lines that
 * moved as a block keep their age; it is enough that the same lines follow in the same order. A comma that the next line
 * asks for makes no line new.
 */
export function carryAges(before: string, ages: readonly number[], now: string, at: number): number[] {
  const old = before.split("\n");
  const lines = now.split("\n");
  let head = 0;
  while (head < old.length && head < lines.length && isSame(old[head], lines[head])) head += 1;
  let tail = 0;
  const most = Math.min(old.length, lines.length) - head;
  while (tail < most && isSame(old[old.length - 1 - tail], lines[lines.length - 1 - tail])) tail += 1;

  const between = new Map<string, number[]>();
  for (const [n, line] of old.entries()) {
    if (n < head || n >= old.length - tail) continue;
    const known = between.get(told(line));
    if (known === undefined) between.set(told(line), [n]);
    else known.push(n);
  }
  let from = head;
  return lines.map((line, n) => {
    if (n < head) return ages[n] ?? 0;
    if (n >= lines.length - tail) return ages[n - lines.length + old.length] ?? 0;
    const same = between.get(told(line))?.find((place) => place >= from);
    if (same === undefined || line.trim() === "") return at;
    from = same + 1;
    return ages[same] ?? 0;
  });
}

const isSame = (a = "", b = ""): boolean => a === b || told(a) === told(b);

const told = (line: string): string => line.replace(/[\s,;]+$/, "");
