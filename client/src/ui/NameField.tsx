import { Show } from "solid-js";
import { Icon } from "./Icon.tsx";

interface Props {
  name: string;
  /** What is wrong with it, and what to do. */
  problem: string | undefined;
  isTall?: boolean;
  ref?: (element: HTMLInputElement) => void;
  onName: (name: string) => void;
}

/** All that a guest is asked for. */
export const NameField = (props: Props) => (
  <div class="field">
    <label for="name">Your name</label>
    <input
      class="input"
      classList={{ tall: props.isTall === true }}
      id="name"
      ref={(element) => props.ref?.(element)}
      autocomplete="name"
      maxlength={40}
      value={props.name}
      aria-invalid={props.problem !== undefined}
      aria-describedby={props.problem === undefined ? undefined : "name-problem"}
      onInput={(event) => props.onName(event.currentTarget.value)}
    />
    <Show when={props.problem}>
      {(text) => (
        <span class="field-error" id="name-problem" role="alert">
          <Icon name="warning" small />
          {text()}
        </span>
      )}
    </Show>
  </div>
);
