import type { Finding } from "@proofroom/domain/design/finding";
import { stops } from "@proofroom/domain/design/stops";
import { dimensionOf, reviewDimensions } from "@proofroom/domain/design/review-dimension";
import { createMemo, For, Show } from "solid-js";
import { Icon } from "../../ui/Icon.tsx";
import { documentTitles } from "../editor/language.ts";
import "./why.css";

interface Props {
  findings: readonly Finding[];
  onOpen?: (finding: Finding) => void;
}

/** What the run's own reading found on the frozen texts: what stops it first, the rest under what it puts at risk. */
export function RunFindings(props: Props) {
  const groups = createMemo(() => {
    const others = props.findings.filter((finding) => !stops(finding));
    return [
      { title: "Stops the run", findings: props.findings.filter(stops) },
      ...reviewDimensions.map((dimension) => ({
        title: dimension.charAt(0).toUpperCase() + dimension.slice(1),
        findings: others.filter((finding) => dimensionOf(finding) === dimension),
      })),
    ].filter(({ findings }) => findings.length > 0);
  });
  return (
    <For each={groups()}>
      {(group) => (
        <section class="finding-group">
          <h3 class="small muted">{group.title}</h3>
          <ul aria-label={`Findings: ${group.title}`}>
            <For each={group.findings}>{(finding) => <Line finding={finding} onOpen={props.onOpen} />}</For>
          </ul>
        </section>
      )}
    </For>
  );
}

const Line = (props: { finding: Finding; onOpen: Props["onOpen"] }) => {
  const where = () => `${documentTitles[props.finding.document]}, line ${props.finding.line}`;
  return (
    <li class="step">
      <Icon name={stops(props.finding) ? "failed" : "warning"} class={stops(props.finding) ? "ink-bad" : "ink-warn"} />
      <span>
        {props.finding.message}
        <Show when={props.finding.rule.startsWith("review/")}>
          <span class="muted"> (Claude's opinion)</span>
        </Show>
        <code class="finding-rule muted"> {props.finding.rule}</code>
      </span>
      <Show when={props.onOpen} fallback={<span class="time">{where()}</span>}>
        {(open) => (
          <button type="button" class="btn compact quiet" onClick={() => open()(props.finding)}>
            {where()}
          </button>
        )}
      </Show>
    </li>
  );
};
