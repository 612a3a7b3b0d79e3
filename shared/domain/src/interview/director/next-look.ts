import { type DirectorState, lastUnsolicitedAt, openQuestion } from "./director-state.ts";
import { chipAt } from "./ladder.ts";
import { mayAskAt, mayAskOfWritingAt, overrunAt } from "./pace.ts";
import { mustBeSilent } from "./restraint.ts";
import { after, phaseTime, timing } from "./timing.ts";
import { messageToAnswer } from "./waiting.ts";

/** When to decide again though nothing is heard; null while only an event can change the decision. */
export function nextLook(state: DirectorState, now: number): number | null {
  if (mustBeSilent(state) !== null) return null;
  const time = phaseTime(state);
  const open = openQuestion(state);
  const waiting = messageToAnswer(state, now);
  const times = [
    waiting?.due ?? 0,
    waiting?.from ?? 0,
    state.lastKeyAt + timing.pause,
    (state.said.at(-1)?.at ?? 0) + timing.pause,
    (state.said.at(-1)?.at ?? 0) + timing.longQuiet,
    state.lastTalkAt + timing.afterTalk,
    state.lastSignAt + timing.pause,
    chipAt(state),
    state.lastSignAt + after(state, "question"),
    state.lastSignAt + after(state, "hint"),
    lastUnsolicitedAt(state) + timing.betweenUnsolicited,
    mayAskAt(state),
    mayAskOfWritingAt(state),
    open === null ? 0 : open.at + after(state, "patience"),
    open === null ? 0 : open.at + timing.betweenUnsolicited,
    ...state.said.flatMap((line) =>
      line.closed === "later" && line.closedAt !== null ? [line.closedAt + after(state, "later")] : [],
    ),
    ...(time === null ? [] : [time.warnAt, time.endsAt, overrunAt(time), time.startedAt + time.planned / 2]),
  ];
  const later = times.filter((at) => at > now && Number.isFinite(at));
  return later.length === 0 ? null : Math.ceil(Math.min(...later));
}
