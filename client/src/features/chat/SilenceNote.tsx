import { createEffect, on, Show } from "solid-js";
import { useAnnounce } from "../../ui/announce.tsx";
import { Icon } from "../../ui/Icon.tsx";

/** While one writes to an interviewer that will not answer: why, and what to do. */
export function SilenceNote(props: { id: string; why: string | null }) {
  const announce = useAnnounce();
  createEffect(
    on(
      () => props.why,
      (why) => why !== null && announce.say(why),
      { defer: true },
    ),
  );
  return (
    <div id={props.id}>
      <Show when={props.why}>
        {(why) => (
          <p class="muted small">
            <Icon name="warning" small /> {why()}
          </p>
        )}
      </Show>
    </div>
  );
}
