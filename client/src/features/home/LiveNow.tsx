import type { ProblemSummary } from "@proofroom/domain/problem/problem";
import { Show } from "solid-js";
import type { RoomView } from "@proofroom/domain/room/view";
import { useSession } from "../../data/session.tsx";
import { listText } from "../../ui/format.ts";
import { Icon } from "../../ui/Icon.tsx";
import { titleOf } from "./RoomList.tsx";

/** The newest room that is under way, one click from everywhere on the page. */
export function LiveNow(props: { rooms: RoomView[]; problems: ProblemSummary[] }) {
  const session = useSession();
  const live = () => props.rooms.find((room) => room.state === "live" || room.state === "locked");
  const others = (room: RoomView) => room.people.filter((p) => p.id !== session.person()?.id).map((p) => p.name);
  const sentence = (room: RoomView) => {
    const title = titleOf(props.problems, room.problem);
    return others(room).length === 0 ? title : `${title} with ${listText(others(room))}`;
  };
  return (
    <Show when={live()}>
      {(room) => (
        <section class="banner accent" aria-label="Live now">
          <Icon name="play" />
          <span class="grow">
            <b class="strong">Live now: {sentence(room())}.</b>
          </span>
          <a class="btn primary" href={`/rooms/${room().id}`}>
            Rejoin
          </a>
        </section>
      )}
    </Show>
  );
}
