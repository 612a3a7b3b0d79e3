import type { DirectorState } from "./director-state.ts";

/** Milliseconds of the interviewer's patience; those in `scaled` belong to an interview of 45 minutes. */
export const timing = {
  /** Without a key before anything is said unasked. */
  pause: 10_000,
  betweenUnsolicited: 60_000,
  /** After people spoke to each other in a live room. */
  afterTalk: 60_000,
  /** A fast talker goes on within this. */
  breath: 5_000,
  mendIsNews: 300_000,
  /** After this nobody expects an answer any more: the server was away. */
  answerIsLate: 120_000,
  repliesPerMinute: 12,
  unsolicitedPerPhase: 6,
  /** With somebody at work and nothing said for so long, a question is due though nothing was changed. */
  longQuiet: 240_000,
  isJustWritten: 120_000,
  /** What was written longer ago and still not asked about is let go. */
  isWorthAsking: 300_000,
  /** Lines written within this of each other belong together: one question is enough for them. */
  oneGo: 90_000,
} as const;

const scaled = {
  chip: 90_000,
  question: 180_000,
  hint: 360_000,
  patience: 120_000,
  later: 240_000,
  recently: 300_000,
} as const;

/** The shorter the interview, the sooner silence means something. */
export function after(state: DirectorState, what: keyof typeof scaled): number {
  return Math.max(timing.pause, scaled[what] * ((state.clock.minutes ?? 45) / 45));
}

export interface PhaseTime {
  startedAt: number;
  endsAt: number;
  /** Where 80 % of it are gone. */
  warnAt: number;
  planned: number;
}

/** The times of the phase under way; pauses have moved them on already. */
export function phaseTime(state: DirectorState): PhaseTime | null {
  const { phase } = state.clock;
  if (phase === null) return null;
  const startedAt = new Date(phase.startedAt).getTime();
  const endsAt = new Date(phase.endsAt).getTime();
  const paused = state.clock.taken.at(-1)?.pausedMillis ?? 0;
  const planned = endsAt - startedAt - paused;
  return { startedAt, endsAt, planned, warnAt: endsAt - planned * 0.2 };
}
