import type { RoomEvent } from "../../room/channel.ts";
import { advanceClock, type InterviewClock, newClock } from "../clock.ts";
import type { Report, ReportFact } from "./report.ts";

type Taken = InterviewClock["taken"][number];

/** The interview's clock as it stood at the end. The policy plays no part in it. */
export const clockOf = (events: readonly RoomEvent[]): InterviewClock => events.reduce(advanceClock, newClock("off"));

const minutesOf = ({ startedAt, endedAt, pausedMillis }: Taken & { endedAt: string }): number =>
  (new Date(endedAt).getTime() - new Date(startedAt).getTime() - pausedMillis) / 60_000;

const rounded = (minutes: number): number => Math.round(minutes * 10) / 10;

/** The planned phases beside what each really took, without pauses; none where no interview was started. */
export const phasesOf = ({ phases, taken }: InterviewClock): Report["phases"] =>
  phases.map(({ id, title, minutes }) => {
    const visits = taken.filter((one) => one.id === id);
    const sum = visits.reduce((all, one) => all + (isLeft(one) ? minutesOf(one) : 0), 0);
    return { id, title, plannedMinutes: minutes, takenMinutes: visits.length === 0 ? null : rounded(sum) };
  });

const isLeft = (one: Taken): one is Taken & { endedAt: string } => one.endedAt !== null;

/** When it began and ended, how long it stood still and by how much it was extended or overran. */
export function timingFacts(clock: InterviewClock): ReportFact[] {
  const { minutes, taken } = clock;
  const [first] = taken;
  if (minutes === null || first === undefined) return [];
  const phases = phasesOf(clock);
  const sum = rounded(phases.reduce((all, { takenMinutes }) => all + (takenMinutes ?? 0), 0));
  const paused = rounded(taken.reduce((all, { pausedMillis }) => all + pausedMillis, 0) / 60_000);
  const extended = taken.reduce((all, { extendedMinutes }) => all + extendedMinutes, 0);
  const facts: ReportFact[] = [
    { kind: "timing", text: `Planned for ${minutes} minutes, took ${sum}.`, source: null, at: first.startedAt },
  ];
  if (paused > 0) facts.push({ kind: "timing", text: `Stood still for ${paused} minutes.`, source: null });
  if (extended > 0) facts.push({ kind: "timing", text: `Extended by ${extended} minutes.`, source: null });
  const over = phases.filter(({ plannedMinutes, takenMinutes }) => (takenMinutes ?? 0) > plannedMinutes * 1.2);
  for (const { title, plannedMinutes, takenMinutes } of over) {
    facts.push({
      kind: "timing",
      text: `“${title}” took ${takenMinutes ?? 0} of ${plannedMinutes} planned minutes.`,
      source: null,
    });
  }
  const left = phases.filter(({ takenMinutes }) => takenMinutes === null).map(({ title }) => `“${title}”`);
  if (left.length > 0) facts.push({ kind: "timing", text: `Not reached: ${left.join(", ")}.`, source: null });
  return facts;
}
