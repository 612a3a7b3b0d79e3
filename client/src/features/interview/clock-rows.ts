import type { InterviewClock } from "@proofroom/domain/interview/clock";
import { type InterviewMinutes, type PhaseId, planPhases } from "@proofroom/domain/interview/phase";

/** A phase as the rail shows it. */
export interface PhaseRow {
  id: PhaseId;
  title: string;
  state: "done" | "current" | "open";
  /** With what was added to it. */
  plannedMillis: number;
  takenMillis: number;
  /** Of the planned time, 0 to 1. */
  share: number;
  overMillis: number;
}

const minute = 60_000;
/** From here on a phase is said to be nearly over. */
export const nearlyOver = 0.8;

const millisOf = (at: string): number => new Date(at).getTime();

/** Time in which the clock ran, up to `now`. */
function takenMillis(clock: InterviewClock, visit: InterviewClock["taken"][number], now: number): number {
  const isCurrent = visit.endedAt === null;
  const pausedAt = isCurrent ? (clock.phase?.pausedAt ?? null) : null;
  const until = visit.endedAt ?? pausedAt;
  return Math.max(0, (until === null ? now : millisOf(until)) - millisOf(visit.startedAt) - visit.pausedMillis);
}

/** The six phases; before the start as they would be planned. */
export function phaseRows(clock: InterviewClock, plan: InterviewMinutes, now: number): PhaseRow[] {
  const phases = clock.phases.length > 0 ? clock.phases : planPhases(plan);
  return phases.map(({ id, title, minutes }) => {
    const visit = clock.taken.find((one) => one.id === id);
    const planned = (minutes + (visit?.extendedMinutes ?? 0)) * minute;
    const taken = visit === undefined ? 0 : takenMillis(clock, visit, now);
    return {
      id,
      title,
      state: visit === undefined ? "open" : visit.endedAt === null ? "current" : "done",
      plannedMillis: planned,
      takenMillis: taken,
      share: planned === 0 ? 1 : Math.min(1, taken / planned),
      overMillis: Math.max(0, taken - planned),
    };
  });
}

/** Of the whole interview: how long it has run, and how long it is meant to. */
export function wholeClock(clock: InterviewClock, now: number): { elapsed: number; total: number } {
  const extended = clock.taken.reduce((sum, visit) => sum + visit.extendedMinutes, 0);
  return {
    elapsed: clock.taken.reduce((sum, visit) => sum + takenMillis(clock, visit, now), 0),
    total: ((clock.minutes ?? 0) + extended) * minute,
  };
}

export const isRunning = (clock: InterviewClock): boolean => clock.phase !== null && clock.phase.pausedAt === null;

/** "18:04"; an hour and more count on in minutes. */
export function minutesText(millis: number): string {
  const seconds = Math.floor(millis / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** "6 minutes 10 seconds", for those who hear it. */
export function spokenMinutes(millis: number): string {
  const seconds = Math.round(millis / 1_000);
  const [whole, rest] = [Math.floor(seconds / 60), seconds % 60];
  const parts = [
    ...(whole > 0 ? [`${whole} ${whole === 1 ? "minute" : "minutes"}`] : []),
    ...(rest > 0 || whole === 0 ? [`${rest} ${rest === 1 ? "second" : "seconds"}`] : []),
  ];
  return parts.join(" ");
}
