import { phaseGoals } from "@proofroom/domain/interview/phase";
import { type Accessor, createEffect, createMemo, on } from "solid-js";
import { useInterview } from "../../data/interview.tsx";
import { useAnnounce } from "../../ui/announce.tsx";
import { isRunning, nearlyOver, type PhaseRow, spokenMinutes } from "./clock-rows.ts";

/** Says what a clock tells by its looks: a phase begins, is nearly over, is over; the clock stops and goes on. */
export function createClockNews(current: Accessor<PhaseRow | undefined>): void {
  const announce = useAnnounce();
  const interview = useInterview();
  const stage = createMemo(() => {
    const row = current();
    if (row === undefined) return "none";
    return `${row.id} ${row.overMillis > 0 ? "over" : row.share >= nearlyOver ? "nearly over" : "begun"}`;
  });
  createEffect(
    on(stage, (now, before) => {
      const row = current();
      // Whoever comes in late reads the clock: nothing has just happened. The start is told by the thread.
      if (row === undefined || before === undefined || before === "none") return;
      if (now.endsWith(" begun"))
        announce.say(`${row.title}, ${spokenMinutes(row.plannedMillis)}. ${phaseGoals[row.id]}`);
      else if (now.endsWith("nearly over"))
        announce.say(`${spokenMinutes(row.plannedMillis - row.takenMillis)} left in ${row.title}.`);
      else announce.say(`The time of ${row.title} is over. Nothing moves on by itself.`);
    }),
  );
  const isPaused = createMemo(() => interview.clock().phase !== null && !isRunning(interview.clock()));
  createEffect(
    on(isPaused, (paused) => announce.say(paused ? "The clock is paused." : "The clock runs."), { defer: true }),
  );
}
