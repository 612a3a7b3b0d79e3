import type { Finding, Fix } from "@proofroom/domain/design/finding";
import { For, Show } from "solid-js";
import type { IconName } from "../../ui/icon-paths.ts";
import { Icon } from "../../ui/Icon.tsx";

const looks: Record<Finding["severity"], { icon: IconName; tone: string; word: string }> = {
  error: { icon: "failed", tone: "bad", word: "Error" },
  warning: { icon: "warning", tone: "", word: "Warning" },
  question: { icon: "question", tone: "question", word: "Question" },
};

/** A finding with the name of its rule and its fixes: the first is the likeliest, a click writes it. */
export function FindingNote(props: {
  finding: Finding;
  mayFix: boolean;
  onApplyFix: (fix: Fix) => void;
  onDismiss?: (() => void) | undefined;
  onReveal?: (() => void) | undefined;
}) {
  const look = () => looks[props.finding.severity];
  return (
    <div class={`finding ${look().tone}`} role="note" data-rule={props.finding.rule}>
      <Icon name={look().icon} small />
      <span class="finding-text">
        <span class="sr">{look().word}: </span>
        <Show when={props.onReveal}>
          {(reveal) => (
            <button type="button" class="finding-line" onClick={() => reveal()()}>
              Ln {props.finding.line}
            </button>
          )}
        </Show>
        {props.finding.message}
      </span>
      <code class="finding-rule">{props.finding.rule}</code>
      <Show when={props.mayFix}>
        <For each={props.finding.fixes?.slice(0, 3)}>
          {(fix) => (
            <button type="button" class="btn compact" onClick={() => props.onApplyFix(fix)}>
              {fix.label}
            </button>
          )}
        </For>
      </Show>
      <Show when={props.onDismiss}>
        {(dismiss) => (
          <button
            type="button"
            class="btn compact quiet icon-only"
            aria-label="Dismiss finding"
            onClick={() => dismiss()()}
          >
            <Icon name="x" small />
          </button>
        )}
      </Show>
    </div>
  );
}
