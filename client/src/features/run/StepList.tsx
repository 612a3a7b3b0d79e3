import type { RunStep } from "@proofroom/domain/run/run";
import { For, Show } from "solid-js";
import { millisText } from "../../ui/format.ts";
import { MarkIcon } from "./MarkIcon.tsx";
import { stepWords } from "./step-words.ts";
import { between } from "./StageList.tsx";
import type { ShownStage } from "./stages.ts";

const marks = { started: "running", done: "passed", failed: "failed" } as const;

/** What a stage did, step by step. A step that was under way when the run ended did not finish. */
export function StepList(props: { stage: ShownStage | undefined; isOver: boolean; now: number }) {
  const mark = (step: RunStep) => (step.state === "started" && props.isOver ? "cancelled" : marks[step.state]);
  const time = (step: RunStep) => {
    if (step.millis !== undefined) return millisText(step.millis);
    return step.state === "started" && !props.isOver ? millisText(between(step.startedAt, undefined, props.now)) : "";
  };
  return (
    <Show
      when={(props.stage?.steps.length ?? 0) > 0}
      fallback={<p class="run-message muted">{emptyWords(props.stage)}</p>}
    >
      <ol aria-label={`Steps of ${props.stage?.label ?? "this stage"}`} tabindex="0" style={{ "padding-block": "4px" }}>
        <For each={props.stage?.steps ?? []}>
          {(step) => (
            <li class="step">
              <MarkIcon mark={mark(step)} />
              <span>
                {stepWords(step.step)}
                <span class="sr">, {mark(step)}</span>
              </span>
              <span class="time">{time(step)}</span>
              <Show when={step.detail}>{(detail) => <p>{detail()}</p>}</Show>
            </li>
          )}
        </For>
      </ol>
    </Show>
  );
}

function emptyWords(stage: ShownStage | undefined): string {
  if (stage === undefined || stage.mark === "pending") return "Not begun yet.";
  if (stage.mark === "skipped") return "Not reached.";
  return stage.mark === "running" ? "Under way." : "Nothing to tell.";
}
