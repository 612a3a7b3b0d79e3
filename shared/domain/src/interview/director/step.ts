import type { DirectorState, SaidLine } from "./director-state.ts";
import { cited, questionIn } from "../language/phrases.ts";
import { wordingOf } from "./pick.ts";
import * as words from "./wordings.ts";

/** The next thing to do, as a sentence. */
export function step(state: DirectorState, open: SaidLine | null): string {
  if (open !== null) return `Still open: "${cited(questionIn(open.text), 140)}"`;
  const id = state.clock.phase?.id ?? "clarify";
  return wordingOf(state, `step-${id}`, words.steps[id]);
}
