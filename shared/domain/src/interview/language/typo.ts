import { stem } from "./stem.ts";

/**
 * The known word that a misspelt one is meant to be; itself where none is near, or where two are equally so. Letters are
 * left out sooner than added: "secnd" is "second", not "send".
 */
export function spelt(word: string, known: ReadonlyMap<string, readonly string[]>): string {
  const allowed = word.length >= 11 ? 2 : word.length >= 5 ? 1 : 0;
  if (allowed === 0) return word;
  let nearest = word;
  let fewest = allowed + 1;
  let isTied = false;
  for (const other of known.get(word[0] ?? "") ?? []) {
    if (other.length < 4 || Math.abs(word.length - other.length) > Math.min(allowed, fewest)) continue;
    const count = slips(word, other, Math.min(allowed, fewest));
    if (count > allowed || count > fewest) continue;
    if (count === fewest && other.length < nearest.length) continue;
    isTied = count === fewest && other.length === nearest.length && stem(other) !== stem(nearest);
    nearest = other;
    fewest = count;
  }
  return isTied ? word : nearest;
}

/** Letters to change, add, drop or swap with their neighbour; counted no further than `most`. */
function slips(a: string, b: string, most: number): number {
  let last: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      next[j] = Math.min(
        (next[j - 1] ?? most) + 1,
        (row[j] ?? most) + 1,
        (row[j - 1] ?? most) + (same ? 0 : 1),
        swapped ? (last[j - 2] ?? most) + 1 : Infinity,
      );
    }
    if (Math.min(...next) > most) return most + 1;
    last = row;
    row = next;
  }
  return row[b.length] ?? most + 1;
}
