import type { ProblemSummary } from "@proofroom/domain/problem/problem";
import { For, Show } from "solid-js";
import type { RoomView } from "@proofroom/domain/room/view";
import { type Asked, refusalOf, valueOf } from "../../data/asked.ts";
import { useSession } from "../../data/session.tsx";
import { Failure } from "../../ui/Failure.tsx";
import { dayText, listText } from "../../ui/format.ts";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { runWords } from "../run/run-words.ts";
import { RoomStateWord } from "./RoomStateWord.tsx";

interface Props {
  rooms: Asked<RoomView[]>;
  problems: ProblemSummary[];
  onRetry: () => void;
  onPractise: (problem: { id: string; title: string }) => void;
}

export const titleOf = (problems: ProblemSummary[], id: string): string =>
  problems.find((problem) => problem.id === id)?.title ?? id;

/** The way back: every room one is in, with role, state and last run. */
export function RoomList(props: Props) {
  return (
    <section class="card" aria-labelledby="rooms">
      <header>
        <h2 id="rooms">Your rooms</h2>
      </header>
      <Show when={props.rooms.state === "loading"}>
        <div class="card-body">
          <Skeleton what="rooms" widths={[60, 40, 70, 45]} />
        </div>
      </Show>
      <Show when={refusalOf(props.rooms)}>
        {(refusal) => <Failure title="Your rooms did not load." message={refusal().message} onRetry={props.onRetry} />}
      </Show>
      <Show when={valueOf(props.rooms)}>
        {(rooms) => (
          <Show
            when={rooms().length > 0}
            fallback={
              <p class="card-body muted">
                No rooms yet. Practise a problem alone, or open a room and invite a candidate.
              </p>
            }
          >
            <ul class="rows">
              <For each={rooms()}>
                {(room) => (
                  <RoomRow
                    room={room}
                    title={titleOf(props.problems, room.problem)}
                    onAgain={() => props.onPractise({ id: room.problem, title: titleOf(props.problems, room.problem) })}
                  />
                )}
              </For>
            </ul>
          </Show>
        )}
      </Show>
    </section>
  );
}

function RoomRow(props: { room: RoomView; title: string; onAgain: () => void }) {
  const session = useSession();
  const others = () =>
    props.room.people.filter((person) => person.id !== session.person()?.id).map((person) => person.name);
  const isEnded = () => props.room.state === "ended";
  const isPractice = () => props.room.mode === "practice";
  const withWhom = () => {
    if (isPractice()) return others().length > 0 ? `Practice, watched by ${listText(others())}` : "Practice";
    if (others().length > 0) return `with ${listText(others())}`;
    return isEnded() ? "nobody else came" : "nobody else yet";
  };
  return (
    <li class="roomrow">
      <a
        class="strong clip"
        href={`/rooms/${props.room.id}${isEnded() ? (isPractice() ? "/report" : "/results") : ""}`}
      >
        {props.title}
      </a>
      <RoomStateWord state={props.room.state} />
      <span class="muted small clip">
        {isPractice() ? "" : `You are ${props.room.role}, `}
        {withWhom()}
      </span>
      <span class="muted small">{dayText(props.room.createdAt)}</span>
      <Show when={props.room.lastRun} fallback={<span class="muted small">No run yet</span>}>
        {(run) => (
          <span class="muted small">
            Run #{run().number} {runWords(run()).toLowerCase()}
          </span>
        )}
      </Show>
      <Show when={isEnded()}>
        <span class="small hstack room-links">
          <a href={`/rooms/${props.room.id}/report`}>Report</a>
          <a href={`/rooms/${props.room.id}/results`}>Results</a>
          <Show when={isPractice()}>
            <button type="button" class="btn compact quiet" onClick={() => props.onAgain()}>
              Try again<span class="sr"> {props.title}</span>
            </button>
          </Show>
        </span>
      </Show>
    </li>
  );
}
