import { For, Show } from "solid-js";
import { millisText } from "../../ui/format.ts";
import { MarkIcon } from "./MarkIcon.tsx";
import type { ShownStage } from "./stages.ts";

interface Props {
  stages: ShownStage[];
  chosen: string | undefined;
  now: number;
  onChoose: (status: ShownStage["status"]) => void;
}

/** Milliseconds from an ISO time to another, or to now. */
export const between = (from: string, to: string | undefined, now: number): number =>
  Math.max(0, (to === undefined ? now : Date.parse(to)) - Date.parse(from));

export const StageList = (props: Props) => (
  <ol class="stages" aria-label="Stages">
    <For each={props.stages}>
      {(stage) => (
        <li>
          <button
            type="button"
            class="stage"
            aria-current={props.chosen === stage.status ? "true" : undefined}
            onClick={() => props.onChoose(stage.status)}
          >
            <MarkIcon mark={stage.mark} />
            <span>{stage.label}</span>
            <span class="sr">{stage.mark}</span>
            <Show when={stage.note}>
              {(note) => <span class={stage.mark === "failed" ? "ink-bad" : "muted"}>{note()}</span>}
            </Show>
            <Show when={stage.startedAt}>
              {(from) => <span class="time">{millisText(between(from(), stage.endedAt, props.now))}</span>}
            </Show>
          </button>
        </li>
      )}
    </For>
  </ol>
);
