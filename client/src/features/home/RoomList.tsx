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
            fallback={<p class="card-body muted">No rooms yet. Open one from a problem, then invite a candidate.</p>}
          >
            <ul class="rows">
              <For each={rooms()}>
                {(room) => <RoomRow room={room} title={titleOf(props.problems, room.problem)} />}
              </For>
            </ul>
          </Show>
        )}
      </Show>
    </section>
  );
}

function RoomRow(props: { room: RoomView; title: string }) {
  const session = useSession();
  const others = () =>
    props.room.people.filter((person) => person.id !== session.person()?.id).map((person) => person.name);
  const isEnded = () => props.room.state === "ended";
  const withWhom = () => {
    if (others().length > 0) return `with ${listText(others())}`;
    return isEnded() ? "nobody else came" : "nobody else yet";
  };
  return (
    <li class="roomrow">
      <a class="strong clip" href={isEnded() ? `/rooms/${props.room.id}/results` : `/rooms/${props.room.id}`}>
        {props.title}
      </a>
      <RoomStateWord state={props.room.state} />
      <span class="muted small clip">
        You are {props.room.role}, {withWhom()}
      </span>
      <span class="muted small">{dayText(props.room.createdAt)}</span>
      <Show when={props.room.lastRun} fallback={<span class="muted small">No run yet</span>}>
        {(run) => (
          <span class="muted small">
            Run #{run().number} {runWords(run()).toLowerCase()}
          </span>
        )}
      </Show>
    </li>
  );
}
