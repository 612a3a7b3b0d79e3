import type { RoomEvent } from "@proofroom/domain/room/channel";

const minutesBetween = (from: string, to: string): number =>
  (new Date(to).getTime() - new Date(from).getTime()) / 60_000;

interface Stretch {
  from: string;
  to: string | null;
  /** Minutes of the interview before it. */
  before: number;
}

/**
 * The minute of the interview at a moment: as its clock showed it, so that a pause of an hour takes no room in a drawing.
 * What happened during a pause is at the minute at which the clock stood; null where no interview was started.
 */
export function interviewMinutes(events: readonly RoomEvent[]): ((at: string) => number) | null {
  const stretches: Stretch[] = [];
  const stop = (at: string): void => {
    const last = stretches.at(-1);
    if (last !== undefined && last.to === null) last.to = at;
  };
  for (const event of events) {
    if (event.type === "state" && event.state === "ended") stop(event.at);
    if (event.type !== "phase") continue;
    if (event.action === "pause") stop(event.at);
    if (event.action !== "start" && event.action !== "resume") continue;
    stop(event.at);
    const last = stretches.at(-1);
    const before = last === undefined ? 0 : last.before + minutesBetween(last.from, last.to ?? event.at);
    stretches.push({ from: event.at, to: null, before });
  }
  if (stretches.length === 0) return null;
  return (at) => {
    const stretch = stretches.findLast(({ from }) => from <= at);
    if (stretch === undefined) return 0;
    const until = stretch.to !== null && stretch.to < at ? stretch.to : at;
    return stretch.before + minutesBetween(stretch.from, until);
  };
}
