import { charactersOf, isTooLong, mostCharacters, tooLong } from "@proofroom/domain/chat/length";
import { createEffect, on, Show } from "solid-js";
import { useAnnounce } from "../../ui/announce.tsx";
import { Icon } from "../../ui/Icon.tsx";

/** Near the end of what one message holds: how much it is; beyond it, what to do. Told as it begins to be too much. */
export function LengthNote(props: { id: string; text: string }) {
  const isOver = () => isTooLong(props.text);
  const isNear = () => charactersOf(props.text) > mostCharacters * 0.9;
  const announce = useAnnounce();
  createEffect(on(isOver, (over) => over && announce.say(tooLong(props.text)), { defer: true }));
  return (
    <div id={props.id} classList={{ sr: !isNear() }}>
      <Show when={isNear() && !isOver()}>
        <p class="muted small length-count">
          {charactersOf(props.text).toLocaleString("en")} of {mostCharacters.toLocaleString("en")} characters
        </p>
      </Show>
      <Show when={isOver()}>
        <p class="field-error">
          <Icon name="warning" small />
          {tooLong(props.text)}
        </p>
      </Show>
    </div>
  );
}
