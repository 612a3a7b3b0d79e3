import type { SilenceReason } from "../decision.ts";
import { type DirectorState, isUnsolicited, lastUnsolicitedAt } from "./director-state.ts";
import { timing } from "./timing.ts";

/** Why nothing may be said at all now, whoever asks; null while speech is possible. */
export function mustBeSilent(state: DirectorState): SilenceReason | null {
  const { clock } = state;
  if (clock.policy === "off") return "off";
  if (state.isOver) return "ended";
  if (clock.phase === null) return "not-started";
  if (clock.phase.pausedAt !== null) return "paused";
  if (clock.muted) return "muted";
  return state.people === 0 ? "nobody-here" : null;
}

/** Whether what happens now may be answered; what happened in silence is not answered later. */
export const mayHear = (state: DirectorState): boolean => {
  const reason = mustBeSilent(state);
  return reason === null || reason === "nobody-here";
};

/** Why nothing may be said unasked now; null while it may. */
export function mustNotSpeakUnasked(state: DirectorState, now: number): SilenceReason | null {
  if (state.clock.policy === "assistant") return "nothing-to-ask";
  if (state.mode !== "practice" && now - state.lastTalkAt < timing.afterTalk && state.lastTalkAt > 0)
    return "people-are-talking";
  if (now - state.lastKeyAt < timing.pause) return "typing";
  return null;
}

/** Why nothing may be said now that is rationed; null while it may. */
export function isRationed(state: DirectorState, now: number): SilenceReason | null {
  const last = lastUnsolicitedAt(state);
  if (last > 0 && now - last < timing.betweenUnsolicited) return "spoke-just-now";
  return unsolicitedInPhase(state) >= timing.unsolicitedPerPhase ? "enough-in-this-phase" : null;
}

/** How often the interviewer spoke by itself in the phase under way. */
export function unsolicitedInPhase(state: DirectorState): number {
  const since = new Date(state.clock.phase?.startedAt ?? 0).getTime();
  return state.said.filter((line) => isUnsolicited(line.kind) && line.at >= since).length;
}
