import type { Finding } from "@proofroom/domain/design/finding";
import { For, Show } from "solid-js";

/** What keeps an endpoint from doing all that is asked of it, a sentence each, with the way to its line. */
export function WhatIsMissing(props: {
  of: string;
  findings: readonly Finding[];
  onReveal?: ((line: number) => void) | undefined;
}) {
  return (
    <Show when={props.findings.length > 0}>
      <div class="binding-missing small">
        <span class="strong">What is missing</span>
        <ul aria-label={`What is missing of ${props.of}`}>
          <For each={props.findings}>
            {({ line, message, rule }) => (
              <li data-rule={rule}>
                <Show when={props.onReveal} fallback={`Line ${line}: `}>
                  {(reveal) => (
                    <>
                      <button type="button" class="binding-line" onClick={() => reveal()(line)}>
                        Line {line}
                      </button>{" "}
                    </>
                  )}
                </Show>
                {message}
              </li>
            )}
          </For>
        </ul>
      </div>
    </Show>
  );
}
