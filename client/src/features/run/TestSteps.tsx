import type { TestResult } from "@proofroom/domain/judge/result";
import { For, Show } from "solid-js";
import { millisText } from "../../ui/format.ts";
import { MarkIcon } from "./MarkIcon.tsx";

/** The tests in the order in which they were judged; their evidence stands beside. */
export const TestSteps = (props: { results: readonly TestResult[] }) => (
  <ol aria-label="Tests in the order of the suite" tabindex="0" style={{ "padding-block": "4px" }}>
    <For each={props.results}>
      {(result) => (
        <li class="step">
          <MarkIcon mark={result.status} />
          <span>
            {result.name}
            <span class="sr">, {result.status}</span>
          </span>
          <span class="time">
            <Show when={result.millis}>{(millis) => millisText(millis())}</Show>
          </span>
          <Show when={result.status !== "passed"}>
            <p>{result.observed}</p>
          </Show>
        </li>
      )}
    </For>
  </ol>
);
