import { whoIAm } from "@proofroom/domain/interview/director/wordings";
import type { Turn } from "../voice.ts";

/**
 * What Claude's voice says of itself, word for word, where the template would speak of the rule-based one; null for
 * anything else. No model is asked: what is recorded and who reads it must be said as it is.
 */
export function aboutItself({ say, state }: Pick<Turn, "say" | "state">): string | null {
  if (say.text === whoIAm)
    return "I am an AI interviewer: Claude words what I say, and code decides when and about what.";
  if (say.kind !== "greeting") return null;
  const calling = state.mode === "practice" ? "" : " Write @interviewer when you want me.";
  return `I am an AI interviewer, worded by Claude. Documents, chat and runs are recorded for the report and sent to Anthropic. I can be wrong, I do not see your screen or hear you, and the answer stays yours to find.${calling}`;
}
