import type { Claim } from "./claims.ts";
import type { FactName } from "./facts.ts";
import type { Place } from "./place.ts";
import type { Reading } from "./reading.ts";

/** What code found true or false, where it stands, and the names and numbers that a template may fill in. */
export interface Fact {
  holds: boolean;
  place: Place | null;
  /** `table`, `column`, `endpoint`, `component`, `line`, `number`: only those that are known. */
  holes: Record<string, string>;
}

/** Every fact that the documents (and what was said) decide; the others are absent. */
export function designFacts(_reading: Reading, _claims: readonly Claim[]): ReadonlyMap<FactName, Fact> {
  return new Map();
}
