import { RunId } from "@proofroom/domain/id";
import { RunStatus } from "@proofroom/domain/run/status";
import { Verdict } from "@proofroom/domain/judge/result";
import type { Report } from "@proofroom/domain/interview/report/report";
import { For, Show } from "solid-js";
import { useRoom } from "../../data/room.tsx";
import { MarkIcon } from "../run/MarkIcon.tsx";
import { markOf, runWords } from "../run/run-words.ts";
import { WhyNotRun } from "./WhyNotRun.tsx";

type Result = Report["results"][number];

const endOf = ({ status, verdict }: Result) => {
  const known = RunStatus.safeParse(status);
  const judged = Verdict.safeParse(verdict);
  return { status: known.success ? known.data : ("failed" as const), verdict: judged.success ? judged.data : null };
};

/** What the machine measured, beside what was said about it. */
export function RunsBeside(props: { results: Report["results"] }) {
  const room = useRoom();
  return (
    <section aria-labelledby="runs-beside">
      <div class="hstack wraps">
        <h2 id="runs-beside">Runs</h2>
        <span class="chip">measured, not judged</span>
        <Show when={props.results.length > 0}>
          <a class="btn compact push" href={`/rooms/${room.id}/results`}>
            All evidence in the results
          </a>
        </Show>
      </div>
      <Show
        when={props.results.length > 0}
        fallback={<p class="card card-body muted">Nothing was run in this room.</p>}
      >
        <div class="card scrollx" tabindex="0" role="region" aria-label="Table of runs">
          <table class="table runs-beside">
            <thead>
              <tr>
                <th scope="col">Run</th>
                <th scope="col">Came to</th>
                <th scope="col" class="num">
                  Passed
                </th>
                <th scope="col" class="num">
                  Failed
                </th>
                <th scope="col" class="num">
                  Other
                </th>
                <th scope="col">What failed</th>
              </tr>
            </thead>
            <tbody>
              <For each={props.results}>
                {(result) => (
                  <tr>
                    <td class="strong">#{result.number}</td>
                    <td>
                      <span class="status" data-s={markOf(endOf(result))}>
                        <MarkIcon mark={markOf(endOf(result))} small />
                        {runWords(endOf(result))}
                      </span>
                    </td>
                    <td class="num">{result.passed}</td>
                    <td class="num">{result.failed}</td>
                    <td class="num">{result.other}</td>
                    <td>
                      <Show when={result.failures.length > 0} fallback={<NoTestFailed result={result} />}>
                        <ul class="failures">
                          <For each={result.failures}>
                            {(failure) => (
                              <li>
                                {failure.name}: <span class="muted">{failure.observed}</span>
                              </li>
                            )}
                          </For>
                        </ul>
                      </Show>
                    </td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </div>
      </Show>
    </section>
  );
}

/** A run that did not come to its end has no failed test either, and yet something that kept it. */
const NoTestFailed = (props: { result: Result }) => {
  const runId = () => RunId.safeParse(props.result.runId).data;
  return (
    <Show when={endOf(props.result).status !== "completed"} fallback={<span class="muted">nothing</span>}>
      <Show when={runId()}>{(id) => <WhyNotRun runId={id()} />}</Show>
    </Show>
  );
};
