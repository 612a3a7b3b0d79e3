import { createMemo, For, Show } from "solid-js";
import { useRoom } from "../../data/room.tsx";
import { Avatar } from "../../ui/Avatar.tsx";
import { countText } from "../../ui/format.ts";

/** Everybody of the room with their role, and whether they are here now. */
export function People() {
  const room = useRoom();
  const people = createMemo(() => room.live().people.filter((person) => person.isRemoved !== true));
  const tabs = (id: (typeof room.me)["id"]) => room.presence().get(id) ?? 0;
  const here = (id: (typeof room.me)["id"]) => (tabs(id) > 1 ? countText(tabs(id), "tab") : "here");
  return (
    <ul class="rows" aria-label="People of this room">
      <For each={people()}>
        {(person) => (
          <li class="row" style={{ "min-block-size": "48px" }}>
            <Avatar name={person.name} hue={person.hue} large isGone={tabs(person.id) === 0} />
            <span class="grow clip">
              {person.name}{" "}
              <Show when={person.id === room.me.id}>
                <span class="muted">you</span>
              </Show>
              <br />
              <span class="muted small">{person.role}</span>
            </span>
            <span class="muted small">{tabs(person.id) === 0 ? "away" : here(person.id)}</span>
          </li>
        )}
      </For>
    </ul>
  );
}
