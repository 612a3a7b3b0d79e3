import type { DirectorState, SaidLine } from "./director-state.ts";
import { named } from "./phrases.ts";
import { wordingOf } from "./pick.ts";
import * as words from "./wordings.ts";

/** The next thing to do, as a sentence. */
export function step(state: DirectorState, open: SaidLine | null): string {
  if (open !== null && open.place !== null) return `My question about ${named(open.place)} is still open.`;
  if (open !== null) return "My last question is still open; a sentence will do, or put it off with Later.";
  const id = state.clock.phase?.id ?? "clarify";
  return wordingOf(state, `step-${id}`, words.steps[id]);
}
