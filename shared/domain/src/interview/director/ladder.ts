import type { DirectorState } from "./director-state.ts";
import { after, timing } from "./timing.ts";

/** How long nothing was typed or said, as rungs: nothing, a sign, one open question, a hint offered. */
export type Rung = "none" | "chip" | "question" | "hint";

export function rungOf(state: DirectorState, now: number): Rung {
  const silence = now - state.lastSignAt;
  if (silence < after(state, "chip")) return "none";
  if (silence < after(state, "question")) return now < chipAt(state) ? "none" : "chip";
  return silence < after(state, "hint") ? "question" : "hint";
}

/** A question of the interviewer's deserves as long a thought as any. */
export const chipAt = (state: DirectorState): number =>
  Math.max(state.lastSignAt, state.said.at(-1)?.at ?? 0) + after(state, "chip");

/** Whether this silence has had its one question already. */
export const hasAskedIntoSilence = (state: DirectorState): boolean =>
  state.said.some((line) => line.kind === "question" && line.at - state.lastSignAt >= after(state, "question"));

/** Whether somebody is at work and has heard nothing for long. */
export const isLongQuiet = (state: DirectorState, now: number): boolean =>
  rungOf(state, now) === "none" && now - (state.said.at(-1)?.at ?? now) >= timing.longQuiet;
