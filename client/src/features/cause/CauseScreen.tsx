import type { RunId } from "@proofroom/domain/id";
import type { TestResult } from "@proofroom/domain/judge/result";
import type { Explanation } from "@proofroom/domain/run/explanation";
import { createMemo, For, Show } from "solid-js";
import { countText, logTime, millisText } from "../../ui/format.ts";
import { Reading } from "../run/Evidence.tsx";
import { ExchangeView } from "../run/ExchangeView.tsx";
import { MarkIcon } from "../run/MarkIcon.tsx";
import { WhyItFailed } from "../run/WhyItFailed.tsx";
import { Asks } from "./Asks.tsx";
import { type Call, callsOf, endOf, unrefused } from "./calls.ts";
import type { Sources } from "./SourceLink.tsx";
import { Statements } from "./Statements.tsx";
import { Timeline } from "./Timeline.tsx";
import "./cause.css";

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
      <For each={calls()}>{(call) => <CallSection call={call} sources={props.sources} />}</For>
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

function CallSection(props: { call: Call; sources: Sources }) {
  const asked = () => `${props.call.exchange.request.method} ${props.call.exchange.request.path}`;
  return (
    <section aria-label={asked()}>
      <h2>
        {props.call.isDeciding ? "The request that decided it: " : "Before: "}
        <code>{asked()}</code> {props.call.exchange.response?.status ?? "without an answer"}
      </h2>
      <Show when={props.call.exchange.clockMoved}>
        {(moved) => (
          <p class="muted">
            The run's clock was moved on by {millisText(moved())} before it: times behind this request are that much
            later.
          </p>
        )}
      </Show>
      <Show when={props.call.hops.length > 0}>
        <div class="card way">
          <Timeline hops={props.call.hops} />
        </div>
      </Show>
      <div class="card cause">
        <div>
          <ExchangeView
            title="Request and answer"
            request={props.call.exchange.request}
            response={props.call.exchange.response}
          />
        </div>
        <div>
          <For
            each={props.call.hops.filter(({ kind }) => kind === "service" || kind === "worker")}
            fallback={<p class="muted">No service is known to have had it.</p>}
          >
            {(hop) => (
              <>
                <p>
                  <b class="strong">{hop.component}</b> {endOf(hop)}
                  {hop.endpoint === undefined ? "" : ` by ${hop.endpoint.name}`}
                </p>
                <Asks hop={hop} />
                <Statements hop={hop} sources={props.sources} />
              </>
            )}
          </For>
        </div>
      </div>
    </section>
  );
}
