import type { PhaseId } from "@proofroom/domain/interview/phase";
import type { Report } from "@proofroom/domain/interview/report/report";
import type { RoomEvent } from "@proofroom/domain/room/channel";
import { interviewMinutes } from "./interview-minutes.ts";
import { type Moment, momentsOf } from "./moments.ts";

/** A phase as a bar, in minutes of the interview. */
export interface Bar {
  id: PhaseId;
  title: string;
  from: number;
  to: number;
  /** Where the planned minutes were over, if it took longer. */
  overFrom: number | null;
}

interface Pause {
  minute: number;
  /** How long the clock stood. */
  minutes: number;
}

export interface Timeline {
  /** What the whole width stands for. */
  minutes: number;
  planned: Bar[];
  taken: Bar[];
  pauses: Pause[];
  moments: Moment[];
}

/** The phases as planned and as taken, and what happened when; null where no interview was started. */
export function timelineOf(
  report: Pick<Report, "phases" | "facts" | "hints" | "skips">,
  events: readonly RoomEvent[],
): Timeline | null {
  const minuteAt = interviewMinutes(events);
  if (minuteAt === null || report.phases.length === 0) return null;
  const planned = barsOf(report.phases, ({ plannedMinutes }) => plannedMinutes);
  const taken = takenBars(report, events, minuteAt);
  const moments = momentsOf(report, events, minuteAt);
  const end = Math.max(planned.at(-1)?.to ?? 0, taken.at(-1)?.to ?? 0, moments.at(-1)?.minute ?? 0);
  return { minutes: Math.ceil(end), planned, taken, pauses: pausesOf(events, minuteAt), moments };
}

function barsOf(phases: Report["phases"], minutes: (phase: Report["phases"][number]) => number): Bar[] {
  let at = 0;
  return phases.map((phase) => {
    const from = at;
    at += minutes(phase);
    return { id: phase.id, title: phase.title, from, to: at, overFrom: null };
  });
}

/** From one change of the phase to the next; the last ends where the clock stopped for good. */
function takenBars(
  { phases }: Pick<Report, "phases">,
  events: readonly RoomEvent[],
  minuteAt: (at: string) => number,
): Bar[] {
  const entered = events.filter(
    (event) => event.type === "phase" && (event.action === "start" || event.action === "next"),
  );
  const ended = events.findLast((event) => event.type === "state" && event.state === "ended") ?? events.at(-1);
  return entered.flatMap((event, n): Bar[] => {
    const phase = event.type === "phase" ? phases.find(({ id }) => id === event.phase) : undefined;
    const next = entered[n + 1] ?? ended;
    if (phase === undefined || next === undefined) return [];
    const [from, to] = [minuteAt(event.at), minuteAt(next.at)];
    const planEnds = from + phase.plannedMinutes;
    return [{ id: phase.id, title: phase.title, from, to, overFrom: to > planEnds ? planEnds : null }];
  });
}

function pausesOf(events: readonly RoomEvent[], minuteAt: (at: string) => number): Pause[] {
  const pauses: Pause[] = [];
  let since: string | null = null;
  for (const event of events) {
    if (event.type !== "phase") continue;
    if (event.action === "pause") since = event.at;
    if (event.action !== "resume" || since === null) continue;
    const minutes = (new Date(event.at).getTime() - new Date(since).getTime()) / 60_000;
    pauses.push({ minute: minuteAt(since), minutes });
    since = null;
  }
  return pauses;
}

/** The marks of the scale: every 1, 2, 5 or 10 minutes, so that no more than a dozen stand there. */
export function scaleOf(minutes: number): number[] {
  const step = [1, 2, 5, 10, 20, 30, 60].find((one) => minutes / one <= 12) ?? 120;
  return Array.from({ length: Math.floor(minutes / step) + 1 }, (_, n) => n * step);
}
