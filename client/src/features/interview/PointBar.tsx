import { onCleanup, onMount } from "solid-js";
import { useAnnounce } from "../../ui/announce.tsx";
import { Icon } from "../../ui/Icon.tsx";

/** Over the foot of the editor while a question waits for a line: how to choose it, and the way out. */
export function PointBar(props: { line: number; isBusy: boolean; onPoint: () => void; onCancel: () => void }) {
  const announce = useAnnounce();
  const onKey = (event: KeyboardEvent) => {
    const isChosen = event.key === "Enter" && event.altKey;
    if (event.key !== "Escape" && !isChosen) return;
    event.preventDefault();
    event.stopPropagation();
    if (isChosen) props.onPoint();
    else props.onCancel();
  };
  onMount(() => {
    window.addEventListener("keydown", onKey, true);
    announce.say("Put the caret on the line that answers and press Alt and Enter. Escape gives up.");
  });
  onCleanup(() => window.removeEventListener("keydown", onKey, true));
  return (
    <div class="point-bar" role="group" aria-label="Point at a line">
      <Icon name="point" />
      <span class="grow">Click the line that answers, or put the caret there.</span>
      <button type="button" class="btn compact" aria-disabled={props.isBusy} onClick={() => props.onPoint()}>
        Point here, line {props.line} <span class="kbd hide-phone">Alt ↵</span>
      </button>
      <button type="button" class="btn compact quiet" onClick={() => props.onCancel()}>
        Cancel <span class="kbd hide-phone">Esc</span>
      </button>
    </div>
  );
}
