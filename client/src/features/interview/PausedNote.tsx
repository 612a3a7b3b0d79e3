import { Show } from "solid-js";
import { useRoom } from "../../data/room.tsx";
import { clockText } from "../../ui/format.ts";
import { Icon } from "../../ui/Icon.tsx";
import { createMoves } from "./moves.ts";

/** The room paused itself while nobody was there: whoever comes back goes on, or ends. */
export function PausedNote(props: { at: string; onEnd: () => void }) {
  const room = useRoom();
  const { move, isBusy } = createMoves();
  return (
    <div class="banner accent" role="group" aria-label="The clock is paused">
      <Icon name="pause" />
      <span class="grow">
        Paused at {clockText(props.at)}, after everybody had left. Nothing was asked meanwhile, and the time does not
        count.
      </span>
      <Show when={room.may("interview.clock")}>
        <button
          type="button"
          class="btn compact"
          aria-disabled={isBusy()}
          onClick={() => void move({ move: "resume" })}
        >
          Continue
        </button>
      </Show>
      <Show when={room.may("room.end")}>
        <button type="button" class="btn compact quiet" onClick={() => props.onEnd()}>
          End
        </button>
      </Show>
    </div>
  );
}
