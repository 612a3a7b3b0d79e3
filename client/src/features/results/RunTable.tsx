import type { RunId } from "@proofroom/domain/id";
import { For, Show } from "solid-js";
import type { RunSummary } from "@proofroom/domain/run/view";
import { momentText } from "../../ui/format.ts";
import { MarkIcon } from "../run/MarkIcon.tsx";
import { testsText } from "../run/EarlierRuns.tsx";
import { markOf, runWords } from "../run/run-words.ts";

interface Props {
  runs: RunSummary[];
  shown: RunId | undefined;
  onChoose: (id: RunId) => void;
}

/** All runs with what they ran, so that two can be told apart. */
export const RunTable = (props: Props) => (
  <section aria-labelledby="runs">
    <h2 id="runs">All runs</h2>
    <div class="card scrollx" tabindex="0" role="region" aria-label="Table of runs">
      <table class="table" style={{ "min-inline-size": "640px" }}>
        <thead>
          <tr>
            <th scope="col">Run</th>
            <th scope="col">Came to</th>
            <th scope="col" class="num">
              Tests
            </th>
            <th scope="col">Started by</th>
            <th scope="col">When</th>
            <th scope="col" class="num">
              Schema
            </th>
            <th scope="col" class="num">
              API
            </th>
            <th scope="col" class="num">
              Design
            </th>
            <th scope="col">
              <span class="sr">Action</span>
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={props.runs}>
            {(run) => (
              <tr>
                <td class="strong">#{run.number}</td>
                <td>
                  <span class="status" data-s={markOf(run)}>
                    <MarkIcon mark={markOf(run)} small />
                    {runWords(run)}
                  </span>
                </td>
                <td class="num">{testsText(run)}</td>
                <td>{run.startedBy.name}</td>
                <td>{momentText(run.createdAt)}</td>
                <td class="num mono">{run.versions.schema}</td>
                <td class="num mono">{run.versions.api}</td>
                <td class="num mono">{run.versions.design}</td>
                <td class="num">
                  <Show when={props.shown !== run.id} fallback={<span class="muted">shown</span>}>
                    <button type="button" class="btn compact quiet" onClick={() => props.onChoose(run.id)}>
                      Show<span class="sr"> run {run.number}</span>
                    </button>
                  </Show>
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  </section>
);
