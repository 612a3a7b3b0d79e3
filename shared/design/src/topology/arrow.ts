import type { Scanner } from "./scanner.ts";

export interface Arrow {
  label: string;
  /** Dotted: the one side does not wait for the other. */
  async: boolean;
  /** `<--`: drawn from the right to the left. */
  isReversed: boolean;
}

const plain =
  /(<|[xo](?=-|=))?(?:-\.+-(?:>|[xo](?=[\s|]))?|-{2,}(?:>|[xo](?=[\s|]))?|={2,}(?:>|[xo](?=[\s|]))?)(?:\s*\|\s*"?([^|"\n]*)"?\s*\|)?/y;
const worded = /(<)?(?:--\s+"?([^"\n]*?)"?\s+-{2,}>?|-\.\s+"?([^"\n]*?)"?\s+\.+->?|==\s+"?([^"\n]*?)"?\s+={2,}>?)/y;
const identified = /[\w-]+@(?=[-=<])/y;

/** `-->`, `---`, `-.->`, `==>`, `<-->`, with a label as `|text|` or in the middle: `-- text -->`. */
export function readArrow(from: Scanner): Arrow | null {
  from.take(identified);
  const found = from.take(worded) ?? from.take(plain);
  if (found === null) return null;
  const [text, left, ...labels] = found;
  const label = labels.find((part) => part !== undefined) ?? "";
  return {
    label: label.trim().slice(0, 120),
    async: text.replace(/^</, "").startsWith("-."),
    isReversed: left === "<" && !/>(?:\s*\||\s*$)/.test(text),
  };
}
