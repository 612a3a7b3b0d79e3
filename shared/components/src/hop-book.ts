import type { Hop } from "@proofroom/domain/judge/trace";

export interface HopBook {
  keep(hop: Hop): void;
  /** The ways of these requests, oldest first. */
  of(requests: readonly string[]): Hop[];
}

/** The latest requests that a process saw. However many come and whatever they carry, it never holds more than about 4 MB. */
export function createHopBook(mostLetters = 2_000_000): HopBook {
  const kept: { hop: Hop; letters: number }[] = [];
  let first = 0;
  let letters = 0;
  return {
    keep(hop) {
      const own = lettersOf(hop);
      kept.push({ hop, letters: own });
      letters += own;
      while (letters > mostLetters && first < kept.length - 1) {
        letters -= kept[first]?.letters ?? 0;
        first += 1;
      }
      // What is left out goes in large lots: a list that gives up its first one is copied as a whole.
      if (first > 1_000) {
        kept.splice(0, first);
        first = 0;
      }
    },
    of(requests) {
      const wanted = new Set(requests);
      return kept.slice(first).flatMap(({ hop }) => (wanted.has(hop.request) ? [hop] : []));
    },
  };
}

const overhead = 400;

const lettersOf = ({ statements, asks = [] }: Hop): number =>
  statements.reduce(
    (sum, { text, values }) =>
      sum + overhead + text.length + values.reduce((all, value) => all + (value?.length ?? 0) + 20, 0),
    asks.reduce((sum, { what, came }) => sum + overhead + what.length + came.length, overhead),
  );
