import type { Run } from "@proofroom/domain/run/run";
import { isOver } from "@proofroom/domain/run/over";
import { Show } from "solid-js";
import type { RunSummary } from "@proofroom/domain/run/view";
import { millisText } from "../../ui/format.ts";
import { Icon } from "../../ui/Icon.tsx";
import { versionsText } from "./EarlierRuns.tsx";
import { between } from "./StageList.tsx";
import { MarkIcon } from "./MarkIcon.tsx";
import { markOf, runWords } from "./run-words.ts";
import { firstError } from "./stages.ts";

export type PanelSize = "strip" | "half" | "full";

interface Props {
  info: RunSummary | undefined;
  run: Run | undefined;
  now: number;
  size: PanelSize;
  onSize: (size: PanelSize) => void;
  mayCancel: boolean;
  onCancel: () => void;
}

/** The strip: what runs, for how long, what went wrong first, and the way to stop it. It is always there. */
export function RunHead(props: Props) {
  const elapsed = (run: Run) => {
    const from = run.stages[0]?.startedAt;
    return from === undefined
      ? ""
      : millisText(between(from, isOver(run.status) ? run.stages.at(-1)?.endedAt : undefined, props.now));
  };
  const toggle = () => props.onSize(props.size === "strip" ? "half" : "strip");
  return (
    <header class="run-head">
      <Show when={props.info !== undefined && props.run} fallback={<span class="muted">No run yet</span>}>
        {(run) => (
          <>
            <span class="status" data-s={markOf(run())}>
              <MarkIcon mark={markOf(run())} />
              Run #{props.info?.number}: {runWords(run())}
            </span>
            <span class="muted">{elapsed(run())}</span>
            <Show when={!isOver(run().status) && run().queuePlace}>
              {(place) => <span class="chip">{place() === 1 ? "next in line" : `${place()} in line`}</span>}
            </Show>
            <Show
              when={firstError(run())}
              fallback={
                <span class="muted small clip grow hide-phone">
                  {props.info === undefined ? "" : versionsText(props.info.versions)}
                </span>
              }
            >
              {(error) => (
                <span class="hstack grow ink-bad hide-phone" style={{ gap: "6px" }}>
                  <Icon name="failed" />
                  <span class="sr">First error: </span>
                  <span class="clip">{error()}</span>
                </span>
              )}
            </Show>
            <Show when={!isOver(run().status) && props.mayCancel}>
              <button type="button" class="btn quiet compact danger" onClick={() => props.onCancel()}>
                <Icon name="stop" small />
                Cancel
              </button>
            </Show>
          </>
        )}
      </Show>
      <span class="push hide-phone">
        <Show when={props.size !== "strip"}>
          <button
            type="button"
            class="btn quiet compact icon-only"
            aria-label={props.size === "full" ? "Make the run panel smaller" : "Make the run panel larger"}
            onClick={() => props.onSize(props.size === "full" ? "half" : "full")}
          >
            <Icon name="full" small />
          </button>
        </Show>
        <button
          type="button"
          class="btn quiet compact icon-only"
          aria-expanded={props.size !== "strip"}
          aria-label={props.size === "strip" ? "Open the run panel" : "Close the run panel"}
          onClick={toggle}
        >
          <Icon name="chevron-down" small class={props.size === "strip" ? "flipped" : ""} />
        </button>
      </span>
    </header>
  );
}
