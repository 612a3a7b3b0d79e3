import type { Finding } from "@proofroom/domain/design/finding";

import { For, Show } from "solid-js";
import { Icon } from "../../ui/Icon.tsx";
import { documentTitles } from "../editor/language.ts";

interface Props {
  findings: readonly Finding[];
  onOpen?: (finding: Finding) => void;
}

/** What the run's own reading found on the frozen texts; what stops a run stands first. */
export function RunFindings(props: Props) {
  const stops = (finding: Finding) => finding.severity === "error" || finding.stopsRun === true;
  const sorted = () => props.findings.toSorted((a, b) => Number(stops(b)) - Number(stops(a)));
  return (
    <ul aria-label="Findings of this run">
      <For each={sorted()}>
        {(finding) => (
          <li class="step">
            <Icon name={stops(finding) ? "failed" : "warning"} class={stops(finding) ? "ink-bad" : "ink-warn"} />
            <span>{finding.message}</span>
            <Show
              when={props.onOpen}
              fallback={
                <span class="time">
                  {documentTitles[finding.document]}, line {finding.line}
                </span>
              }
            >
              {(open) => (
                <button type="button" class="btn compact quiet" onClick={() => open()(finding)}>
                  {documentTitles[finding.document]}, line {finding.line}
                </button>
              )}
            </Show>
          </li>
        )}
      </For>
    </ul>
  );
}
