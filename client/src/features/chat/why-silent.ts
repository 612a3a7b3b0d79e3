import type { InterviewClock } from "@proofroom/domain/interview/clock";

/** Why the interviewer answers nothing that is written to it here, and what to do, as a sentence or two; null where it answers. */
export function whySilent({ policy, phase, muted }: Pick<InterviewClock, "policy" | "phase" | "muted">): string | null {
  if (policy === "off")
    return "The AI is off in this room, so the interviewer answers nobody. Ask the people here, or state your assumption.";
  if (policy === "advisor")
    return "The AI advises staff in their own chat and answers nobody here. Ask the people of the room.";
  if (phase === null) return "The interview has not begun. The interviewer answers once its clock is started.";
  if (phase.pausedAt !== null)
    return "The clock is paused, so nothing is answered. Once it is resumed, your last question is.";
  if (muted) return "The interviewer is muted, so it answers nothing. Unmute it in the menu beside the clock.";
  return null;
}
