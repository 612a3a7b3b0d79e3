import type { Claim } from "../language/claims.ts";
import { viewOf } from "./design-view.ts";
import type { FactName } from "../facts.ts";
import { apiFacts } from "./facts/api.ts";
import { dataFacts } from "./facts/data.ts";
import { drawnFacts } from "./facts/drawn.ts";
import { saidFacts } from "./facts/said.ts";
import { statedFacts } from "./facts/stated.ts";
import type { Place, Source } from "../place.ts";
import type { Reading } from "../reading.ts";

/** What code found true or false, where it stands, and the names and numbers that a template may fill in. */
export interface Fact {
  holds: boolean;
  place: Place | null;
  /** `table`, `column`, `endpoint`, `component`, `line`, `number`: only those that are known. */
  holes: Record<string, string>;
  /** Where it rests on words, of the chat too: they, verbatim. */
  said?: { quote: string; source: Source };
}

export type Facts = readonly (readonly [FactName, Fact])[];

/** Every fact that the documents (and what was said) decide; the others are absent. */
export function designFacts(reading: Reading, claims: readonly Claim[]): ReadonlyMap<FactName, Fact> {
  const view = viewOf(reading);
  return new Map([
    ...statedFacts(view, claims),
    ...apiFacts(view),
    ...dataFacts(view, claims),
    ...drawnFacts(view),
    ...saidFacts(view),
  ]);
}
