import type { Scanner } from "./scanner.ts";

export interface Arrow {
  label: string;
  /** Dotted: the one side does not wait for the other. */
  async: boolean;
  /** `<--`: drawn from the right to the left. */
  isReversed: boolean;
  /** `~~~` only places two components beside one another. */
  isInvisible: boolean;
  /** `e1@-->`, so that its looks can be spoken of. */
  name?: string;
}

const head = String.raw`(?:>|[xo](?=[\s|]))?`;
const bars = String.raw`(?:\s*\|\s*(?:"([^"]*)"|([^|"\n]*))\s*\|)?`;
const plain = new RegExp(`(<|[xo](?=-|=))?(?:-\\.+-${head}|-{2,}${head}|={2,}${head})${bars}`, "y");
const text = String.raw`\s*(?:"([^"]*)"|([^"\n]*?))\s*`;
/** What an arrow begins with that is not all of it: two signs, and no third. */
const worded = new RegExp(
  `(<|[xo](?=-|=))?(?:--(?![->]|[xo][\\s|])${text}-{2,}${head}|-\\.(?![-.])${text}\\.+-${head}|==(?![=>]|[xo][\\s|])${text}={2,}${head})`,
  "y",
);
const invisible = /~{3,}/y;
const identified = /([\w-]+)@(?=[-=<xo])/y;

/** `-->`, `---`, `-.->`, `==>`, `<-->`, with a label as `|text|` or in the middle: `-- text -->`, `--text-->`. */
export function readArrow(from: Scanner): Arrow | null {
  const name = from.take(identified)?.[1];
  if (from.take(invisible) !== null) return { label: "", async: false, isReversed: false, isInvisible: true };
  const found = from.take(worded) ?? from.take(plain);
  if (found === null) return null;
  const [text, left, ...labels] = found;
  const label = labels.find((part) => part !== undefined) ?? "";
  return {
    ...(name === undefined ? {} : { name }),
    isInvisible: false,
    label: label
      .replaceAll(/<br\s*\/?>|\s+/gi, " ")
      .trim()
      .slice(0, 120),
    async: text.replace(/^</, "").startsWith("-."),
    isReversed: left === "<" && !/>(?:\s*\||\s*$)/.test(text),
  };
}
