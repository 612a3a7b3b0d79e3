import { type JSX, Show } from "solid-js";
import { Icon } from "./Icon.tsx";

/** What did not work, as a sentence, and the way on. */
export const Failure = (props: { title: string; message: string; onRetry?: () => void; children?: JSX.Element }) => (
  <div class="empty">
    <Icon name="warning" />
    <p>
      <b class="strong">{props.title}</b> {props.message}
    </p>
    <div class="wrap">
      <Show when={props.onRetry}>
        {(retry) => (
          <button type="button" class="btn" onClick={() => retry()()}>
            Retry
          </button>
        )}
      </Show>
      {props.children}
    </div>
  </div>
);
