export interface LineChanges {
  /** Lines of the new text that are new or different, ascending, counted from 1. */
  lines: number[];
  /** How many lines of the old text are gone without another in their place. */
  removed: number;
}

/** Above this many pairs of lines the exact answer would take too long, and a coarser one is given. */
const mostPairs = 1_000_000;

/** What differs between two texts, in lines of the new one. */
export function lineChanges(before: string, after: string): LineChanges {
  if (before === after) return { lines: [], removed: 0 };
  const [old, now] = [before.split("\n"), after.split("\n")];
  const shorter = Math.min(old.length, now.length);
  let head = 0;
  while (head < shorter && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < shorter - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  const [gone, come] = [old.slice(head, old.length - tail), now.slice(head, now.length - tail)];
  const kept = gone.length * come.length <= mostPairs ? longestCommon(gone, come) : sameSomewhere(gone, come);
  return between(kept, { gone: gone.length, come: come.length, head });
}

/** A line that both texts have: its index in what is gone and in what has come. */
type Kept = [gone: number, come: number];

function between(kept: Kept[], { gone, come, head }: { gone: number; come: number; head: number }): LineChanges {
  const lines: number[] = [];
  let removed = 0;
  let [fromGone, fromCome] = [0, 0];
  for (const [atGone, atCome] of [...kept, [gone, come] satisfies Kept]) {
    for (let n = fromCome; n < atCome; n++) lines.push(head + n + 1);
    removed += Math.max(0, atGone - fromGone - (atCome - fromCome));
    [fromGone, fromCome] = [atGone + 1, atCome + 1];
  }
  return { lines, removed };
}

function longestCommon(gone: string[], come: string[]): Kept[] {
  const width = come.length + 1;
  const lengths = new Uint32Array((gone.length + 1) * width);
  const length = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = gone.length - 1; i >= 0; i--) {
    for (let j = come.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        gone[i] === come[j] ? length(i + 1, j + 1) + 1 : Math.max(length(i + 1, j), length(i, j + 1));
    }
  }
  const kept: Kept[] = [];
  for (let i = 0, j = 0; i < gone.length && j < come.length;) {
    if (gone[i] === come[j]) kept.push([i++, j++]);
    else if (length(i + 1, j) >= length(i, j + 1)) i++;
    else j++;
  }
  return kept;
}

/** Each new line beside the next equal old one below the last: never a false "same", sometimes a needless "different". */
function sameSomewhere(gone: string[], come: string[]): Kept[] {
  const where = new Map<string, number[]>();
  for (const [n, line] of gone.entries()) {
    const known = where.get(line);
    if (known === undefined) where.set(line, [n]);
    else known.push(n);
  }
  const used = new Map<string, number>();
  const kept: Kept[] = [];
  let last = -1;
  for (const [n, line] of come.entries()) {
    const places = where.get(line);
    if (places === undefined) continue;
    let next = used.get(line) ?? 0;
    while (next < places.length && (places[next] ?? 0) <= last) next++;
    used.set(line, next);
    const at = places[next];
    if (at === undefined) continue;
    kept.push([at, n]);
    last = at;
  }
  return kept;
}
