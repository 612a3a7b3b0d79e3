import type { RunId } from "@proofroom/domain/id";
import type { Run } from "@proofroom/domain/run/run";
import { For, Show } from "solid-js";
import { Proof, Reading } from "../run/Evidence.tsx";
import { MarkIcon } from "../run/MarkIcon.tsx";
import { RunFindings } from "../run/RunFindings.tsx";
import { WhyItFailed } from "../run/WhyItFailed.tsx";

/** What broke, each with its evidence beside it and not behind a click. */
export function Causes(props: { runId: RunId; run: Run }) {
  const failed = () => props.run.results.filter((result) => result.status === "failed");
  const isUnstarted = () => props.run.status === "validation_failed";
  return (
    <>
      <Show when={props.run.explanation}>
        {(explanation) => (
          <div class="card">
            <WhyItFailed runId={props.runId} explanation={explanation()} />
          </div>
        )}
      </Show>
      <Show when={isUnstarted()}>
        <section aria-labelledby="mend">
          <h2 id="mend">What kept it from starting</h2>
          <div class="card">
            <RunFindings findings={props.run.findings} />
          </div>
        </section>
      </Show>
      <Show when={failed().length > 0}>
        <section aria-labelledby="why">
          <h2 id="why">What failed</h2>
          <For each={failed()}>
            {(result) => (
              <article class="card cause">
                <div>
                  <span class="hstack">
                    <MarkIcon mark="failed" />
                    <h3>{result.name}</h3>
                  </span>
                  <Reading result={result} />
                </div>
                <div>
                  <Proof result={result} runId={props.runId} />
                  <Show when={result.request === undefined}>
                    <p class="muted">No single exchange decided this one.</p>
                  </Show>
                </div>
              </article>
            )}
          </For>
        </section>
      </Show>
    </>
  );
}
