import type { Fix } from "@proofroom/domain/design/finding";
import { For, Show } from "solid-js";

/** What can be answered by a click, a button each; nothing where there is nothing to choose. */
export function Answers(props: { fixes: Fix[]; label?: string; onApplyFix: (fix: Fix) => void }) {
  return (
    <Show when={props.fixes.length > 0}>
      <div class="ask-answers" role={props.label === undefined ? undefined : "group"} aria-label={props.label}>
        <For each={props.fixes}>
          {(fix) => (
            <button type="button" class="btn compact" onClick={() => props.onApplyFix(fix)}>
              {fix.label}
            </button>
          )}
        </For>
      </div>
    </Show>
  );
}
