import { phaseGoals } from "@proofroom/domain/interview/phase";
import { createMemo, Index, Show } from "solid-js";
import { useInterview } from "../../data/interview.tsx";
import { useRoom } from "../../data/room.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { isRunning, minutesText, nearlyOver, type PhaseRow, phaseRows, spokenMinutes } from "./clock-rows.ts";
import { MinutesChoice } from "./MinutesChoice.tsx";
import { createMoves } from "./moves.ts";
import { createServerNow } from "./server-now.ts";

/** The six phases on the room's clock: what was taken, what runs, what is planned. */
export function Phases() {
  const room = useRoom();
  const interview = useInterview();
  const now = createServerNow(interview);
  const rows = createMemo(() => phaseRows(interview.clock(), interview.plan(), now()));
  const hasStarted = () => interview.clock().phase !== null;
  return (
    <section aria-label="Phases">
      <h2>Phases</h2>
      <ol>
        <Index each={rows()}>{(row) => <Row row={row()} isRunning={isRunning(interview.clock())} />}</Index>
      </ol>
      <Show when={!hasStarted() && room.mode === "practice"}>
        <p class="start-clock muted small">
          {interview.plan()} minutes in all. Nothing moves on by itself: you press the next phase.
        </p>
      </Show>
      <Show when={!hasStarted() && room.mode !== "practice" && room.live().state !== "ended"}>
        <StartTheClock />
      </Show>
    </section>
  );
}

const icons = { done: "passed", current: "running", open: "pending" } as const;

function Row(props: { row: PhaseRow; isRunning: boolean }) {
  const isCurrent = () => props.row.state === "current";
  const icon = () => (isCurrent() && !props.isRunning ? "pause" : icons[props.row.state]);
  return (
    <li class="phase" aria-current={isCurrent() ? "step" : undefined}>
      <Icon name={icon()} state={icons[props.row.state]} class={props.row.state === "done" ? "ink-ok" : ""} />
      <span>{props.row.title}</span>
      <span class="time" aria-hidden="true">
        <Time row={props.row} />
      </span>
      <span class="sr">{spoken(props.row, props.isRunning)}</span>
      <Show when={isCurrent()}>
        <span class="meter" data-near={props.row.share >= nearlyOver ? "" : undefined}>
          <i style={{ "inline-size": `${props.row.share * 100}%` }} />
        </span>
        <p>{phaseGoals[props.row.id]}</p>
      </Show>
    </li>
  );
}

const Time = (props: { row: PhaseRow }) => (
  <>
    <Show when={props.row.state !== "open"}>{minutesText(props.row.takenMillis)}</Show>
    <Show when={props.row.overMillis >= 1_000} fallback={planned(props.row)}>
      <span class="ink-warn"> +{minutesText(props.row.overMillis)}</span>
    </Show>
  </>
);

const planned = (row: PhaseRow): string =>
  row.state === "open" ? minutesText(row.plannedMillis) : ` / ${row.plannedMillis / 60_000}`;

function spoken(row: PhaseRow, isRunning: boolean): string {
  const of = spokenMinutes(row.plannedMillis);
  if (row.state === "open") return `, planned for ${of}`;
  const over = row.overMillis >= 1_000 ? `, ${spokenMinutes(row.overMillis)} over` : "";
  const how = row.state === "done" ? "done" : isRunning ? "now" : "paused";
  return `, ${how}, ${spokenMinutes(row.takenMillis)} of ${of}${over}`;
}

function StartTheClock() {
  const room = useRoom();
  const { move, isBusy } = createMoves();
  const interview = useInterview();
  const staff = () => room.live().people.find((person) => person.role === "owner")?.name ?? "The owner";
  return (
    <Show
      when={room.may("interview.clock")}
      fallback={<p class="start-clock muted small">The clock has not started. {staff()} starts it.</p>}
    >
      <div class="start-clock">
        <MinutesChoice />
        <button
          type="button"
          class="btn"
          aria-disabled={isBusy()}
          onClick={() => void move({ move: "start", minutes: interview.plan() })}
        >
          <Icon name="clock" />
          Start the clock
        </button>
      </div>
    </Show>
  );
}
