import { For, Show } from "solid-js";
import { millisText } from "../../ui/format.ts";
import { ExchangeView } from "../run/ExchangeView.tsx";
import { Asks } from "./Asks.tsx";
import { type Call, endOf } from "./calls.ts";
import type { Sources } from "./SourceLink.tsx";
import { Statements } from "./Statements.tsx";
import { Timeline } from "./Timeline.tsx";

/** A request with its way through the processes; one of many is folded under its heading. */
export function CallSection(props: { call: Call; isFolded: boolean; sources: Sources }) {
  const asked = () => `${props.call.exchange.request.method} ${props.call.exchange.request.path}`;
  const heading = () => (
    <h2>
      {props.call.isDeciding ? "The request that decided it: " : "Before: "}
      <code>{asked()}</code> {props.call.exchange.response?.status ?? "without an answer"}
    </h2>
  );
  return (
    <section aria-label={asked()}>
      <Show
        when={props.isFolded}
        fallback={
          <>
            {heading()}
            <CallBody call={props.call} sources={props.sources} />
          </>
        }
      >
        <details class="folded-call">
          <summary>{heading()}</summary>
          <CallBody call={props.call} sources={props.sources} />
        </details>
      </Show>
    </section>
  );
}

function CallBody(props: { call: Call; sources: Sources }) {
  return (
    <>
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
    </>
  );
}
