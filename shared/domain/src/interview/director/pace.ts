import type { Candidate } from "./candidates.ts";
import { type DirectorState, isUnsolicited, lastUnsolicitedAt, openQuestion } from "./director-state.ts";
import type { Pack } from "../item.ts";
import { unsolicitedInPhase } from "./restraint.ts";
import { after, phaseTime, timing } from "./timing.ts";

/**
 * From when on an ordinary question may be asked: after some patience with one that is open, and spread over what is left
 * of the phase, so that it does not fall silent in its second half. Of the six the last is kept for what is pressing, and the one
 * before it, until the phase is nearly over, for what will be written.
 */
export function mayAskAt(state: DirectorState): number {
  const time = phaseTime(state);
  if (time === null) return Number.POSITIVE_INFINITY;
  const left = timing.unsolicitedPerPhase - unsolicitedInPhase(state);
  if (left < 2) return Number.POSITIVE_INFINITY;
  const slots = Math.max(1, left - 2);
  const last = Math.max(lastUnsolicitedAt(state), state.said.findLast((line) => line.question !== null)?.at ?? 0);
  const open = openQuestion(state);
  const patient = open === null ? 0 : open.at + after(state, "patience");
  const asked = state.said.filter((line) => line.question !== null && line.closed !== "rephrase").slice(-3);
  // Who skipped three in a row is asked half as often.
  const isTired = asked.length === 3 && asked.every((line) => line.closed === "skip");
  const least = timing.betweenUnsolicited * (isTired ? 2 : 1);
  const rest = time.endsAt - Math.max(last, time.startedAt);
  const gap = rest <= 0 ? 120_000 : Math.min(150_000, Math.max(least, rest / (slots + 1)));
  const kept = left === 2 ? Math.min(time.warnAt, last + 240_000) : 0;
  return Math.max(kept, patient, last === 0 ? 0 : last + gap, state.lastSignAt + timing.pause);
}

/**
 * From when on what was just written may be asked about, whatever is open: at once, but for the last of the six. One is
 * spread over what is left of the phase, and one kept for what is pressing until its time is over.
 */
export function mayAskOfWritingAt(state: DirectorState): number {
  const time = phaseTime(state);
  if (time === null) return Number.POSITIVE_INFINITY;
  const left = timing.unsolicitedPerPhase - unsolicitedInPhase(state);
  if (left > 2) return 0;
  if (left < 2) return left === 1 ? time.endsAt : Number.POSITIVE_INFINITY;
  const last = Math.max(lastUnsolicitedAt(state), time.startedAt);
  return last + Math.min(240_000, Math.max(0, time.endsAt - last) / 2);
}

/** What the last word unasked was about where something else is next that waits: after it what was written, and after that what was put off. */
export function turnTakenBy(state: DirectorState): "mend" | "contradiction" | "run" | "edit" | null {
  const last = state.said.findLast((line) => isUnsolicited(line.kind));
  if (last?.kind === "mend") return "mend";
  const source = last?.question?.source;
  return source === "contradiction" || source === "run" || source === "edit" ? source : null;
}

/** Whether 80 % of the phase are gone and that was not said yet; an extension moves it. */
export function warningDue(state: DirectorState, now: number): boolean {
  const time = phaseTime(state);
  if (time === null || now < time.warnAt || now >= time.endsAt) return false;
  return !wasSaid(state, `warning-${state.clock.phase?.id ?? ""}`, time.warnAt);
}

/** Why the next phase should be proposed now; null while it should not. */
export function proposalDue(
  pack: Pack,
  state: DirectorState,
  now: number,
  all: readonly Candidate[],
): "time" | "coverage" | "overrun" | null {
  const time = phaseTime(state);
  const id = state.clock.phase?.id;
  if (time === null || id === undefined) return null;
  const over = overrunAt(time);
  const isNew = (why: string) =>
    !wasSaid(state, `propose-${why}-${id}`, why === "coverage" ? time.startedAt : time.endsAt);
  if (now >= over && isNew("overrun")) return "overrun";
  if (now >= time.endsAt && now < over && isNew("time")) return "time";
  const isHalf = now >= time.startedAt + time.planned / 2 && now < time.warnAt;
  const hasItems = pack.items.some((item) => item.phase === id);
  const isAskedOut = !all.some((one) => one.item?.phase === id);
  return isHalf && hasItems && isAskedOut && openQuestion(state) === null && isNew("coverage") ? "coverage" : null;
}

/** When a phase that went on regardless is spoken of once more. */
export const overrunAt = (time: { endsAt: number; planned: number }): number =>
  time.endsAt + Math.max(120_000, time.planned * 0.3);

const wasSaid = (state: DirectorState, topic: string, since: number): boolean =>
  state.said.some((line) => line.topic === topic && line.at >= since);
