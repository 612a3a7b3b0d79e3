import type { InterviewerPolicy } from "../room/room.ts";
import type { RoomEvent } from "../room/channel.ts";
import { type InterviewMinutes, type Phase, phaseAfter, PhaseId, planPhases } from "./phase.ts";

/** The interview as the room's events tell it; server, browser and Director fold the same ones. */
export interface InterviewClock {
  minutes: InterviewMinutes | null;
  phases: Phase[];
  phase: { id: PhaseId; startedAt: string; endsAt: string; pausedAt: string | null } | null;
  /** When each phase was really entered and left, in order. */
  taken: { id: PhaseId; startedAt: string; endedAt: string | null; pausedMillis: number; extendedMinutes: number }[];
  policy: InterviewerPolicy;
  muted: boolean;
}

export const newClock = (policy: InterviewerPolicy): InterviewClock => ({
  minutes: null,
  phases: [],
  phase: null,
  taken: [],
  policy,
  muted: false,
});

export type ClockMove =
  | { action: "start"; minutes: InterviewMinutes }
  | { action: "pause" | "resume" }
  /** `from` is the phase that was on the screen of whoever pressed. */
  | { action: "next"; from?: PhaseId | undefined }
  | { action: "extend"; minutes: number; from?: PhaseId | undefined };

/** Why a move comes too late: somebody else has left the phase that it was meant for; null where it does not. */
export const tooLate = ({ phase }: InterviewClock, move: ClockMove): string | null =>
  "from" in move && move.from !== undefined && phase !== null && phase.id !== move.from
    ? "Somebody has left that phase already, so nothing was changed. Look at the clock before you press again."
    : null;

/** Why a move is illegal now, as a sentence that says what to do; null where it is legal. */
export function illegalMove(clock: InterviewClock, { action }: ClockMove): string | null {
  const { phase } = clock;
  if (action === "start")
    return phase === null ? null : "The interview runs already. Pause it, or go to the next phase.";
  if (phase === null) return "The interview has not started. Start it first.";
  if (action === "next" && phaseAfter(phase.id) === null)
    return "This is the last phase. End the room when you are done.";
  if (action === "pause" && phase.pausedAt !== null) return "The clock is paused already. Resume it to go on.";
  if (action === "resume" && phase.pausedAt === null) return "The clock runs already.";
  return null;
}

const plusMinutes = (at: string, minutes: number): string =>
  new Date(new Date(at).getTime() + minutes * 60_000).toISOString();

/** Folds one event of the room; those that are not about the interview change nothing. */
export function advanceClock(clock: InterviewClock, event: RoomEvent): InterviewClock {
  if (event.type === "policy") return { ...clock, policy: event.policy };
  if (event.type === "mute") return { ...clock, muted: event.muted };
  if (event.type === "state" && event.state === "ended") return leave(clock, event.at);
  if (event.type !== "phase") return clock;
  switch (event.action) {
    case "start": {
      const minutes = event.minutes === 20 || event.minutes === 60 ? event.minutes : 45;
      return enter({ ...clock, minutes, phases: planPhases(minutes), taken: [] }, "clarify", event.at);
    }
    case "next":
      return enter(leave(clock, event.at), event.phase, event.at);
    case "pause":
      return clock.phase === null ? clock : { ...clock, phase: { ...clock.phase, pausedAt: event.at } };
    case "resume":
      return resumed(clock, event.at);
    case "extend": {
      if (clock.phase === null) return clock;
      const minutes = event.minutes ?? 0;
      const taken = inLast(clock.taken, (last) => ({ ...last, extendedMinutes: last.extendedMinutes + minutes }));
      return { ...clock, taken, phase: { ...clock.phase, endsAt: plusMinutes(clock.phase.endsAt, minutes) } };
    }
  }
}

function enter(clock: InterviewClock, id: PhaseId, at: string): InterviewClock {
  const minutes = clock.phases.find((phase) => phase.id === id)?.minutes ?? 0;
  return {
    ...clock,
    phase: { id, startedAt: at, endsAt: plusMinutes(at, minutes), pausedAt: null },
    taken: [...clock.taken, { id, startedAt: at, endedAt: null, pausedMillis: 0, extendedMinutes: 0 }],
  };
}

/** The phase stays shown after the end of the room, stopped where it stood. */
function leave(clock: InterviewClock, at: string): InterviewClock {
  if (clock.phase === null) return clock;
  const running = clock.phase.pausedAt === null ? clock : resumed(clock, at);
  const { phase } = running;
  if (phase === null) return clock;
  return {
    ...running,
    phase: { ...phase, pausedAt: at },
    taken: inLast(running.taken, (last) => ({ ...last, endedAt: last.endedAt ?? at })),
  };
}

function resumed(clock: InterviewClock, at: string): InterviewClock {
  if (clock.phase === null || clock.phase.pausedAt === null) return clock;
  const millis = new Date(at).getTime() - new Date(clock.phase.pausedAt).getTime();
  const endsAt = plusMinutes(clock.phase.endsAt, millis / 60_000);
  return {
    ...clock,
    phase: { ...clock.phase, endsAt, pausedAt: null },
    taken: inLast(clock.taken, (last) => ({ ...last, pausedMillis: last.pausedMillis + millis })),
  };
}

const inLast = <T>(list: T[], change: (last: T) => T): T[] =>
  list.map((one, n) => (n === list.length - 1 ? change(one) : one));
