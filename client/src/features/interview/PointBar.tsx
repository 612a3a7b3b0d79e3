import { onCleanup, onMount } from "solid-js";
import { Icon } from "../../ui/Icon.tsx";

/** Over the foot of the editor while a question waits for a line: how to choose it, and the way out. */
export function PointBar(props: { line: number; isBusy: boolean; onPoint: () => void; onCancel: () => void }) {
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    props.onCancel();
  };
  onMount(() => window.addEventListener("keydown", onKey, true));
  onCleanup(() => window.removeEventListener("keydown", onKey, true));
  return (
    <div class="point-bar" role="group" aria-label="Point at a line">
      <Icon name="point" />
      <span class="grow">Click the line that answers, or put the caret there.</span>
      <button type="button" class="btn compact" aria-disabled={props.isBusy} onClick={() => props.onPoint()}>
        Point here, line {props.line}
      </button>
      <button type="button" class="btn compact quiet" onClick={() => props.onCancel()}>
        Cancel <span class="kbd hide-phone">Esc</span>
      </button>
    </div>
  );
}
