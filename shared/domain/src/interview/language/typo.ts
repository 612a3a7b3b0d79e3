import { isFormOf, stem } from "./stem.ts";

/** Whether a word is a form of `wanted`, allowing for a slip of the fingers in longer words. */
export function isMeantAs(word: string, wanted: string): boolean {
  if (isFormOf(word, wanted)) return true;
  const allowed = wanted.length >= 9 ? 2 : wanted.length >= 5 ? 1 : 0;
  if (allowed === 0 || word[0] !== wanted[0] || Math.abs(word.length - wanted.length) > allowed) return false;
  return slips(word, wanted, allowed) <= allowed || slips(stem(word), stem(wanted), 1) <= 1;
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
