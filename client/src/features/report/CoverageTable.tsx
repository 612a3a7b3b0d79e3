import type { Report } from "@proofroom/domain/interview/report/report";
import { createMemo, For, Show } from "solid-js";
import { clockText } from "../../ui/format.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Words } from "../interview/Words.tsx";
import { pointName } from "@proofroom/domain/interview/report/point-name";
import { countStates, type CoverageArea, coverageAreas, type CoverageFact } from "./coverage.ts";
import { SourceLink } from "./SourceLink.tsx";
import { stateWords } from "./state-words.ts";

/** What was covered, by area; each line with when, and the words that prove it. */
export function CoverageTable(props: { report: Report }) {
  const areas = createMemo(() => coverageAreas(props.report));
  return (
    <Show
      when={areas().length > 0}
      fallback={<p class="card card-body muted">Nothing was written, said or run that any point could rest on.</p>}
    >
      <div class="card">
        <table class="table coverage">
          <thead>
            <tr>
              <th scope="col">Area</th>
              <th scope="col">What was reached, and what proves it</th>
            </tr>
          </thead>
          <tbody>
            <For each={areas()}>
              {(area) => (
                <tr>
                  <th scope="row">
                    <AreaHead area={area} />
                  </th>
                  <td>
                    <Show when={area.facts.length > 0} fallback={<p class="muted">Nothing of it was reached.</p>}>
                      <ul class="points">
                        <For each={area.facts}>{(fact) => <Point fact={fact} />}</For>
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
  );
}

function AreaHead(props: { area: CoverageArea }) {
  const words = () => {
    const counts = countStates(props.area.states);
    const parts = (["covered", "touched", "contradicted", "unseen"] as const)
      .filter((state) => counts[state] > 0)
      .map((state) => `${counts[state]} ${stateWords[state].word}`);
    return parts.join(", ");
  };
  return (
    <>
      <b class="strong">{props.area.area}</b>
      <span class="squares" aria-hidden="true">
        <For each={props.area.states}>{(state) => <i data-s={state} />}</For>
      </span>
      <span class="muted small">{words()}</span>
    </>
  );
}

const Point = (props: { fact: CoverageFact }) => (
  <li>
    <Icon name={stateWords[props.fact.state].icon} class={stateWords[props.fact.state].ink} />
    <div>
      <p>
        <span class="muted small point-name">{pointName(props.fact.item)}</span> <Words text={props.fact.text} />
        <Show when={props.fact.at}>
          {(at) => (
            <time class="muted small" datetime={at()}>
              {" "}
              {clockText(at())}
            </time>
          )}
        </Show>
      </p>
      <Show when={props.fact.source}>{(source) => <SourceLink source={source()} quote={props.fact.quote} />}</Show>
    </div>
  </li>
);
