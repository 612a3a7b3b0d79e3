import { For, Show } from "solid-js";

/** Text of the interviewer: names between backticks stand in the code face, everything else as it is. */
export const Words = (props: { text: string }) => (
  <For each={props.text.split(/(`[^`\n]+`)/)}>
    {(part) => (
      <Show when={part.length > 2 && part.startsWith("`") && part.endsWith("`")} fallback={part}>
        <code>{part.slice(1, -1)}</code>
      </Show>
    )}
  </For>
);
