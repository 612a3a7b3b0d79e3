import type { RunId } from "@proofroom/domain/id";
import type { TestResult } from "@proofroom/domain/judge/result";
import type { Explanation } from "@proofroom/domain/run/explanation";
import { createMemo, For, Show } from "solid-js";
import { countText, logTime } from "../../ui/format.ts";
import { Reading } from "../run/Evidence.tsx";
import { MarkIcon } from "../run/MarkIcon.tsx";
import { WhyItFailed } from "../run/WhyItFailed.tsx";
import { CallSection } from "./CallSection.tsx";
import { callsOf, unrefused } from "./calls.ts";
import type { Sources } from "./SourceLink.tsx";
import "./cause.css";

/** More requests than these are read one by one, by whoever opens them. */
const mostUnfolded = 4;

/** A test from its verdict down to what the processes did: the request, its way, the statements, their plans, the log. */
export function CauseScreen(props: {
  result: TestResult;
  run: number;
  sources: Sources;
  /** Why the run failed, where that is this test. */
  why?: { runId: RunId; explanation: Explanation } | undefined;
}) {
  const calls = createMemo(() => callsOf(props.result));
  return (
    <main class="results cause-page" id="main">
      <section>
        <p class="small muted">
          <a href={`/rooms/${props.sources.room}`}>Back to the room</a> · Run #{props.run}
        </p>
        <span class="hstack">
          <MarkIcon mark={props.result.status} />
          <h1 class="verdict">{props.result.name}</h1>
        </span>
        <Show when={props.why}>
          {(why) => (
            <div class="card">
              <WhyItFailed runId={why().runId} explanation={why().explanation} heading="h2" />
            </div>
          )}
        </Show>
        <Reading result={props.result} />
        <Show when={props.result.trace === undefined && calls().length > 0}>
          <p class="muted">
            What the processes did was not kept for this test: that is kept of tests that do not pass. Run again to see
            it.
          </p>
        </Show>
        <Show when={calls().length === 0}>
          <p class="muted">No request decided this one.</p>
        </Show>
      </section>
      <For each={calls()}>
        {(call) => (
          <CallSection
            call={call}
            isFolded={!call.isDeciding && calls().length > mostUnfolded}
            sources={props.sources}
          />
        )}
      </For>
      <Show when={props.result.trace}>
        {(trace) => (
          <section aria-labelledby="lines">
            <h2 id="lines">What the processes said</h2>
            <Show when={trace().log.length > 0} fallback={<p class="muted">No line names these requests.</p>}>
              <ol class="card said">
                <For each={trace().log}>
                  {(line) => (
                    <li classList={{ "ink-bad": line.stream === "stderr" }}>
                      <time class="muted">{logTime(line.at)}</time>
                      <b class="strong">{line.component}</b>
                      <code>{line.line}</code>
                    </li>
                  )}
                </For>
              </ol>
            </Show>
            <Show when={unrefused(trace().hops)}>
              {(count) => (
                <p class="muted">
                  Of the database there is no line: it refused none of {countText(count(), "statement")}, and logs only
                  what it refuses.
                </p>
              )}
            </Show>
          </section>
        )}
      </Show>
    </main>
  );
}
