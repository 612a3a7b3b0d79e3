import type { TestResult } from "@proofroom/domain/judge/result";
import { For, Show } from "solid-js";
import type { RunId } from "@proofroom/domain/id";
import { CauseLink } from "./CauseLink.tsx";
import { ExchangeView } from "./ExchangeView.tsx";

const causes: Record<TestResult["attribution"], string> = {
  design: "cause: design",
  platform: "cause: the platform",
  deployment: "cause: the deployment",
  flaky: "seen only sometimes",
  unknown: "cause unknown",
};

/** What was expected, what was seen, and what that teaches. */
export const Reading = (props: { result: TestResult }) => (
  <>
    <dl class="reading">
      <dt>Expected</dt>
      <dd>{props.result.threshold}</dd>
      <dt>Seen</dt>
      <dd classList={{ "ink-bad": props.result.status === "failed" }}>{props.result.observed}</dd>
    </dl>
    <Show when={props.result.teaches !== "" && props.result.status !== "passed"}>
      <p>
        <b class="strong">What it teaches.</b> {props.result.teaches}
      </p>
    </Show>
    <Show when={props.result.status === "failed"}>
      <div class="wrap">
        <span class="chip" classList={{ bad: props.result.attribution === "design" }}>
          {causes[props.result.attribution]}
        </span>
      </div>
    </Show>
  </>
);

/** The exchange that decided it, and those that led there. */
export const Proof = (props: { result: TestResult; runId?: RunId | undefined }) => (
  <>
    <Show when={props.result.trace === undefined ? undefined : props.runId}>
      {(run) => <CauseLink run={run()} test={props.result.name} />}
    </Show>
    <Show when={props.result.request}>
      {(request) => (
        <ExchangeView
          title="Request and answer that decided it"
          request={request()}
          response={props.result.response}
          millis={props.result.millis}
        />
      )}
    </Show>
    <Show when={(props.result.before?.length ?? 0) > 0}>
      <details>
        <summary class="small muted">What led there: {props.result.before?.length}</summary>
        <div class="vstack" style={{ "margin-block-start": "8px" }}>
          <For each={props.result.before}>
            {(exchange, n) => (
              <ExchangeView
                title={`Before, ${n() + 1}`}
                request={exchange.request}
                response={exchange.response}
                millis={exchange.millis}
              />
            )}
          </For>
        </div>
      </details>
    </Show>
  </>
);
