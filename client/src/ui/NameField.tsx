import { createUniqueId, Show } from "solid-js";
import { Icon } from "./Icon.tsx";

interface Props {
  name: string;
  /** What is wrong with it, and what to do. */
  problem: string | undefined;
  isTall?: boolean;
  ref?: (element: HTMLInputElement) => void;
  onName: (name: string) => void;
}

/** All that a guest is asked for. A page may hold two, one of them in a dialog. */
export function NameField(props: Props) {
  const id = createUniqueId();
  return (
    <div class="field">
      <label for={`name-${id}`}>Your name</label>
      <input
        class="input"
        classList={{ tall: props.isTall === true }}
        id={`name-${id}`}
        ref={(element) => props.ref?.(element)}
        autocomplete="name"
        maxlength={40}
        value={props.name}
        aria-invalid={props.problem !== undefined}
        aria-describedby={props.problem === undefined ? undefined : `name-problem-${id}`}
        onInput={(event) => props.onName(event.currentTarget.value)}
      />
      <Show when={props.problem}>
        {(text) => (
          <span class="field-error" id={`name-problem-${id}`} role="alert">
            <Icon name="warning" small />
            {text()}
          </span>
        )}
      </Show>
    </div>
  );
}
