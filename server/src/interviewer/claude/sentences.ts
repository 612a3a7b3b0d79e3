export const wordCount = (text: string): number => text.split(/\s+/).filter((word) => word !== "").length;

/** Words after which a full stop ends nothing, and the number before an entry of a list. */
const abbreviation = /(?:^|[\s(“"])(?:e\.g|i\.e|etc|vs|approx|resp|cf)\.$|^\s*\d+\.$/i;

export interface SentenceReader {
  /** The sentences that are whole with this piece, each with the space before it. */
  hear(piece: string): string[];
  /** What is left when no more comes. */
  rest(): string;
}

/** Cuts a stream of pieces into whole sentences. A stop is the end only when something follows it: `3.` may become `3.5`. */
export function readSentences(): SentenceReader {
  let pending = "";
  return {
    hear(piece) {
      pending += piece;
      const whole: string[] = [];
      for (let from = 0; ;) {
        const end = /[.!?…]["'”’)`\]*]*(?=\s)|\n/.exec(pending.slice(from));
        if (end === null) return whole;
        const length = from + end.index + end[0].length;
        const sentence = pending.slice(0, length);
        if (end[0] !== "\n" && abbreviation.test(sentence)) {
          from = length;
          continue;
        }
        if (sentence.trim() !== "") whole.push(sentence);
        pending = pending.slice(length);
        from = 0;
      }
    },
    rest: () => pending,
  };
}
