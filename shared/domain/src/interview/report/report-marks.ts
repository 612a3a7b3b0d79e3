import * as z from "zod/mini";
import { Dimension, Mark } from "../dimension.ts";
import type { Item } from "../item.ts";
import { Source } from "../place.ts";
import type { ReportMark } from "./report.ts";
import { type HintLevel, ItemId } from "../speech.ts";

/** What one item rests on: a statement of the model with words that were found where it says. */
export const ProvenClaim = z.object({ item: ItemId, text: z.string(), quote: z.string(), source: Source });
export type ProvenClaim = z.infer<typeof ProvenClaim>;

/** What one blind pass gave each item; an item that it did not judge is not in it. */
export const Pass = z.record(ItemId, Mark);
export type Pass = z.infer<typeof Pass>;

export interface Marking {
  items: readonly Pick<Item, "id" | "skill" | "weight">[];
  claims: readonly ProvenClaim[];
  hints: readonly { item: ItemId; level: HintLevel }[];
}

/** Below this a mark is under the bar. */
const bar = 3;

/** The most that an item can get once a hint about it was taken. */
const mostAfter: Record<HintLevel, number> = { nudge: 4, pointed: 3, partial: 2 };

/** The dimensions on which two passes are apart by two or more, or on both sides of the bar. */
export function dimensionsApart(marking: Marking, first: Pass, second: Pass): Dimension[] {
  return Dimension.options.filter((dimension) => {
    const [one, other] = [levelOf(marking, dimension, [first]), levelOf(marking, dimension, [second])];
    if (one === "not_observed" || other === "not_observed") return one !== other;
    return Math.abs(one - other) >= 2 || one < bar !== other < bar;
  });
}

/**
 * The mark of each dimension, computed and never asked for: the items' marks by their weights. What nobody showed is
 * `not_observed` and lowers nothing. With a third pass the median of an item's marks counts, else their mean.
 */
export function marksOf(marking: Marking, passes: readonly Pass[], draft: boolean): ReportMark[] {
  const [first = {}, second = {}, ...more] = passes;
  const apart = new Set(dimensionsApart(marking, first, second));
  const known = new Set(marking.items.map(({ skill }) => skill));
  return Dimension.options
    .filter((dimension) => known.has(dimension))
    .map((dimension) => {
      const items = new Set(marking.items.filter(({ skill }) => skill === dimension).map(({ id }) => id));
      const claims = marking.claims.filter(({ item }) => items.has(item));
      return {
        dimension,
        level: levelOf(marking, dimension, apart.has(dimension) ? [first, second, ...more] : [first, second]),
        draft,
        claims: claims.map(({ text, quote, source }) => ({ text, quote, source })),
        ...(apart.has(dimension) ? { flagged: true } : {}),
      };
    });
}

function levelOf({ items, claims, hints }: Marking, dimension: Dimension, passes: readonly Pass[]): Mark {
  let [sum, weights] = [0, 0];
  for (const { id, skill, weight } of items) {
    // Without a quote that was found nothing was observed, whatever a pass says.
    if (skill !== dimension || !claims.some(({ item }) => item === id)) continue;
    const given = passes.flatMap((pass) => {
      const mark = pass[id];
      return mark === undefined || mark === "not_observed" ? [] : [mark];
    });
    if (given.length === 0) continue;
    const most = Math.min(4, ...hints.filter(({ item }) => item === id).map(({ level }) => mostAfter[level]));
    sum += weight * Math.min(most, given.length > 2 ? median(given) : mean(given));
    weights += weight;
  }
  if (weights === 0) return "not_observed";
  const level = Math.round(sum / weights);
  return level <= 1 ? 1 : level === 2 ? 2 : level === 3 ? 3 : 4;
}

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

const median = (numbers: readonly number[]): number => {
  const sorted = numbers.toSorted((a, b) => a - b);
  return mean(sorted.slice(Math.floor((sorted.length - 1) / 2), Math.floor(sorted.length / 2) + 1));
};
