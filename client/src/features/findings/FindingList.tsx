import type { Finding, Fix } from "@proofroom/domain/design/finding";
import { For, Show } from "solid-js";
import { FindingNote } from "./FindingNote.tsx";
import "./findings.css";

/** All findings of a document as a list: beside the plain editor, and for whoever reads Monaco by ear. */
export function FindingList(props: {
  findings: readonly Finding[];
  mayFix: boolean;
  onApplyFix: (fix: Fix) => void;
  onReveal: (line: number, column: number) => void;
}) {
  return (
    <section class="finding-list" aria-label="Findings" tabindex="0">
      <Show
        when={props.findings.length > 0}
        fallback={<p class="muted small">No findings. The document reads well.</p>}
      >
        <ul>
          <For each={props.findings}>
            {(finding) => (
              <li>
                <FindingNote
                  finding={finding}
                  mayFix={props.mayFix}
                  onApplyFix={props.onApplyFix}
                  onReveal={() => props.onReveal(finding.line, finding.column)}
                />
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
}
