import { clarificationsIn } from "../language/clarify.ts";
import { type DirectorState, type Meaning, openQuestion } from "./director-state.ts";
import type { Pack } from "../item.ts";
import { mentions } from "../language/mentions.ts";
import { fillers } from "../language/phrases.ts";
import { processTalkOf } from "./process-talk.ts";
import { asksForSolution, isQuestion, saysNothing } from "../language/understand.ts";

/** The message without the name it calls. */
export const withoutAddress = (text: string): string => text.replace(/^\s*@interviewer\b[\s,:]*/i, "").trim();

/** What an addressed message is, and the question that it answers if it answers one. */
export function meaningOf(pack: Pack, state: DirectorState, said: string): Meaning {
  const text = withoutAddress(said);
  const open = openQuestion(state);
  if (asksForSolution(text)) return "solution";
  if (processTalkOf(text) !== null) return "process";
  if (saysNothing(text) || saysNothing(text.replace(fillers, ""))) return "nothing";
  if (clarificationsIn(pack, text, asksInPhrases(state) ? "asks" : "answers").length > 0) return "clarification";
  if (isQuestion(text)) {
    return open !== null && isTentative(pack, state, text) ? "answer" : "question";
  }
  if (open === null || state.said.at(-1)?.kind === "assumption") return "talk";
  return "answer";
}

/** While requirements are settled and nothing else is open, a bare "rate limits" asks; later it tells. */
const asksInPhrases = (state: DirectorState): boolean =>
  openQuestion(state) === null && (state.clock.phase?.id ?? "clarify") === "clarify";

/** How a question begins that is no answer in the dress of one. */
export const asking =
  /^(?:and |so |but |ok(?:ay)?,? )?(?:what|who|whom|whose|which|when|where|why|how|is|are|am|do|does|did|can|could|should|shall|may|must|will|would|has|have)\b/i;

/** "base62, seven characters?" is an answer in the dress of a question. */
function isTentative(pack: Pack, state: DirectorState, text: string): boolean {
  if (asking.test(text)) return false;
  const item = pack.items.find(({ id }) => id === openQuestion(state)?.question?.item);
  if (item === undefined) return true;
  return item.detectors.some(
    (detector) => detector.by === "chat" && detector.words.some((word) => mentions(text, word)),
  );
}
