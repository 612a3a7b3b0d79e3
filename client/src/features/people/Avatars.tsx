import { createMemo, For } from "solid-js";
import { useRoom } from "../../data/room.tsx";
import { Avatar } from "../../ui/Avatar.tsx";

/** Who is here now, in the head of the room; opens the list of people. */
export function Avatars(props: { onOpen: () => void }) {
  const room = useRoom();
  const here = createMemo(() => room.live().people.filter((p) => p.isRemoved !== true && room.presence().has(p.id)));
  return (
    <div class="avatars" role="group" aria-label="People here now">
      <For each={here().slice(0, 6)}>
        {(person) => (
          <button
            type="button"
            aria-label={`${person.name}, ${person.id === room.me.id ? "you" : person.role}`}
            title={`${person.name}, ${person.id === room.me.id ? "you" : person.role}`}
            onClick={() => props.onOpen()}
          >
            <Avatar name={person.name} hue={person.hue} />
          </button>
        )}
      </For>
    </div>
  );
}
