import { alphabet } from "@proofroom/domain/design/base62";
import type { Step } from "@proofroom/domain/design/step";

interface Drawing {
  operation: { steps: Step[] };
  /** What workers do with what it publishes. */
  later: Step[];
}

/** A text with those of its letters in the other case that the design draws in both; undefined where there are none. */
export function inOtherCase(text: string, { operation, later }: Drawing): string | undefined {
  const drawn = drawnIn([operation.steps, later], text.length);
  const swapped = Array.from(text, (letter) => {
    const other = letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();
    return drawn.some((digits) => digits.includes(letter) && digits.includes(other)) ? other : letter;
  }).join("");
  return swapped === text ? undefined : swapped;
}

/** The characters out of which texts of a length are drawn, wherever in the steps that stands. */
function drawnIn(part: unknown, length: number): string[] {
  if (Array.isArray(part)) return part.flatMap((one) => drawnIn(one, length));
  if (typeof part !== "object" || part === null) return [];
  if ("encode62" in part) return [alphabet];
  if ("base62" in part && part.base62 === length)
    return ["of" in part && typeof part.of === "string" ? part.of : alphabet];
  return Object.values(part).flatMap((one) => drawnIn(one, length));
}
