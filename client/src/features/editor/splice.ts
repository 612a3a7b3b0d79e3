/** One replacement that turns a text into another; offsets in UTF-16 units. */
export interface Splice {
  at: number;
  remove: number;
  insert: string;
}

const isHigh = (unit: number) => unit >= 0xd8_00 && unit <= 0xdb_ff;
const isLow = (unit: number) => unit >= 0xdc_00 && unit <= 0xdf_ff;
/** Whether `at` falls between the halves of a surrogate pair; a Y.Text cut there loses the character. */
const splitsPair = (text: string, at: number) => isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at));

/**
 * The smallest splice from `before` to `after`, null where they are equal. `caret` is where the caret stands in `after`:
 * of several equal readings ("aa" typed into "a|a") the one that ends there is the one that was typed.
 */
export function spliceBetween(before: string, after: string, caret = after.length): Splice | null {
  if (before === after) return null;
  const limit = Math.min(before.length, after.length);
  let tail = 0;
  const longestTail = Math.min(limit, after.length - Math.min(caret, after.length));
  while (tail < longestTail && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  let head = 0;
  while (head < limit - tail && before[head] === after[head]) head += 1;
  // What is left of the tail once the head is known.
  while (tail < limit - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  if (splitsPair(before, head) || splitsPair(after, head)) head -= 1;
  if (splitsPair(before, before.length - tail) || splitsPair(after, after.length - tail)) tail -= 1;
  return { at: head, remove: before.length - tail - head, insert: after.slice(head, after.length - tail) };
}

/** Change of a text as Yjs reports it. */
export type Delta = readonly { retain?: number; insert?: unknown; delete?: number }[];

/** Where an offset lies after a change; what is inserted exactly there comes before it only if `follows`. */
export function shifted(offset: number, delta: Delta, follows = false): number {
  let at = 0;
  let result = offset;
  for (const op of delta) {
    if (at > result) break;
    if (op.retain !== undefined) at += op.retain;
    else if (typeof op.insert === "string") {
      if (at < result || (at === result && follows)) result += op.insert.length;
      at += op.insert.length;
    } else if (op.delete !== undefined) result = Math.max(at, result - op.delete);
  }
  return result;
}
