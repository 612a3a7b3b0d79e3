import type { InterviewerPolicy, RoomMode } from "@proofroom/domain/room/room";

/** What a room gets whose creator does not say how much the interviewer takes part. */
export const usualPolicy = (mode: RoomMode, hasPack: boolean): InterviewerPolicy =>
  mode === "practice" && hasPack ? "interviewer" : "off";

/** Why a policy cannot hold in such a room, as a sentence that says what to do; null where it can. */
export function impossiblePolicy(policy: InterviewerPolicy, mode: RoomMode, hasPack: boolean): string | null {
  if (policy === "off") return null;
  if (!hasPack) return "The interviewer has no questions about this problem yet. Choose off, and lead it yourselves.";
  if (policy === "advisor" && mode === "practice")
    return "An advisor speaks to interviewers, and a practice room has none. Choose interviewer, assistant or off.";
  return null;
}
