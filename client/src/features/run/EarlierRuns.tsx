import type { RunId } from "@proofroom/domain/id";
import { For, Show } from "solid-js";
import type { RunSummary } from "@proofroom/domain/run/view";
import { dayText } from "../../ui/format.ts";
import { MarkIcon } from "./MarkIcon.tsx";
import { markOf, runWords } from "./run-words.ts";

interface Props {
  runs: RunSummary[];
  shown: RunId | undefined;
  onChoose: (id: RunId) => void;
}

/** "4 of 5"; a dash where no test was reached. */
export function testsText({ tests: { passed, failed, other } }: RunSummary): string {
  const all = passed + failed + other;
  return all === 0 ? "–" : `${passed} of ${all}`;
}

export const versionsText = (versions: RunSummary["versions"]): string =>
  `schema ${versions.schema} · API ${versions.api} · design ${versions.design}`;

/** Every run of the room with the versions that it froze, newest first. */
export const EarlierRuns = (props: Props) => (
  <Show when={props.runs.length > 0} fallback={<p class="run-message muted">No run yet.</p>}>
    <ul class="stages" aria-label="Runs of this room">
      <For each={props.runs}>
        {(run) => (
          <li>
            <button
              type="button"
              class="stage"
              aria-current={props.shown === run.id ? "true" : undefined}
              onClick={() => props.onChoose(run.id)}
            >
              <MarkIcon mark={markOf(run)} />
              <span class="strong">#{run.number}</span>
              <span>{runWords(run)}</span>
              <span class="muted">{testsText(run)}</span>
              <span class="muted small clip">{versionsText(run.versions)}</span>
              <span class="time">{dayText(run.createdAt)}</span>
            </button>
          </li>
        )}
      </For>
    </ul>
  </Show>
);
