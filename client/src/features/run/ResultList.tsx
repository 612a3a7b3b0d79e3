import type { RunId } from "@proofroom/domain/id";
import type { TestResult } from "@proofroom/domain/judge/result";
import { createMemo, For, Show } from "solid-js";
import { millisText } from "../../ui/format.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Proof, Reading } from "./Evidence.tsx";
import { MarkIcon } from "./MarkIcon.tsx";

const order: Record<TestResult["status"], number> = { failed: 0, inconclusive: 1, passed: 2, skipped: 3 };

/** Failed ones first; otherwise as they came. */
const failedFirst = (results: readonly TestResult[]): TestResult[] =>
  results.toSorted((a, b) => order[a.status] - order[b.status]);

/** Each test on a line; a failed one lies open with its evidence. */
export function ResultList(props: { results: readonly TestResult[]; runId?: RunId | undefined; isFolded?: boolean }) {
  const sorted = createMemo(() => failedFirst(props.results));
  const first = () => sorted().find((result) => result.status === "failed")?.name;
  return (
    <For each={sorted()}>
      {(result) => (
        <details class="result" open={props.isFolded !== true && result.name === first()}>
          <summary>
            <Icon name="chevron-right" small class="turn" />
            <MarkIcon mark={result.status} />
            <span class="grow">
              {result.name}
              <span class="sr">, {result.status}</span>
            </span>
            <Show when={result.millis}>{(millis) => <span class="muted small">{millisText(millis())}</span>}</Show>
          </summary>
          <div class="evidence">
            <Reading result={result} />
            <Proof result={result} runId={props.runId} />
          </div>
        </details>
      )}
    </For>
  );
}
