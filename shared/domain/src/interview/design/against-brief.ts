import { claimsOf } from "./arithmetic.ts";
import type { Claim } from "../language/claims.ts";
import { placeOf, viewOf } from "./design-view.ts";
import { countWords } from "./figures.ts";
import type { Pack } from "../item.ts";
import { cited } from "../language/phrases.ts";
import type { Reading } from "../reading.ts";
import type { Topic } from "../topic.ts";

const compared = [
  ["reads", "read-rate-stated"],
  ["writes", "write-rate-stated"],
] as const;

/** Rates of a person that are none of the brief's, in words or in the design; a rate near the brief's settles it. */
export function topicsAgainstBrief(pack: Pack, reading: Reading | null, claims: readonly Claim[]): Topic[] {
  const { figures, subject } = pack;
  if (figures === undefined) return [];
  return compared.flatMap(([quantity, fact]): Topic[] => {
    const brief = figures[quantity];
    const stated = claimsOf(claims, quantity).filter(({ unit }) => unit === "a second");
    const [newest] = stated.toSorted((a, b) => b.at - a.at);
    const isNear = ({ value }: Claim) => Math.max(value, brief) / Math.min(value, brief) < 1.5;
    if (newest === undefined || stated.some(isNear)) return [];
    const { document, line } = newest.source;
    const isWritten = newest.source.kind === "document" && reading !== null;
    const place = isWritten && document !== undefined ? placeOf(viewOf(reading), document, line ?? 1) : null;
    const quote = `"${cited(newest.quote, 80)}"`;
    const said = place === null ? `You said ${quote}` : `Design ${place.line} says ${quote}`;
    const told = `${countWords(brief)} ${subject?.rates[quantity] ?? quantity} a second`;
    return [
      {
        id: `brief:${quantity}`,
        source: "contradiction",
        facts: [fact],
        item: null,
        place,
        strength: 0.86,
        wordings: [
          `${said}; the brief says ${told}. Which do you design for?`,
          `${said}, and the brief says ${told}. Which of the two do your decisions rest on?`,
        ],
        mended: `Your figure for ${subject?.rates[quantity] ?? quantity} and the brief's (${told}) do not differ any more.`,
      },
    ];
  });
}

/** Whether a question was about the brief rather than about two places of the candidate's own. */
export const isOfBrief = (topic: string | null): boolean => topic?.startsWith("brief:") ?? false;
