import type { Hop } from "@proofroom/domain/judge/trace";
import { createMemo, For } from "solid-js";
import { barsOf } from "./calls.ts";

/** Who worked on a request and when, from the gateway down to the database. */
export function Timeline(props: { hops: readonly Hop[] }) {
  const bars = createMemo(() => barsOf(props.hops));
  return (
    <ol class="timeline" aria-label="Timeline">
      <For each={bars()}>
        {(bar) => (
          <li>
            <span class="did" title={`${bar.who} ${bar.what}`}>
              <b class="strong clip">{bar.who}</b> <span class="clip">{bar.what}</span>
            </span>
            <span class="lane" aria-hidden="true">
              <i
                data-tone={bar.tone}
                style={{
                  "inset-inline-start": `${Math.min(99, bar.from * 100)}%`,
                  "inline-size": `${Math.min(100 - bar.from * 100, bar.share * 100)}%`,
                }}
              />
            </span>
            <span class="muted">{`${bar.millis.toFixed(1)}\u00a0ms`}</span>
          </li>
        )}
      </For>
    </ol>
  );
}
