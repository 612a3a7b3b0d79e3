import type { Hop, TracedStatement } from "@proofroom/domain/judge/trace";
import { For, Show } from "solid-js";
import { countText } from "../../ui/format.ts";
import { byStep, lineOfTable, tableOf } from "./calls.ts";
import { PlanTree } from "./PlanTree.tsx";
import { type Sources, SourceLink } from "./SourceLink.tsx";

/** What a process sent to the database for a request, under the step of the endpoint that it was sent for. */
export const Statements = (props: { hop: Hop; sources: Sources }) => (
  <Show
    when={props.hop.statements.length > 0}
    fallback={<p class="muted">{props.hop.component} sent no statement for it.</p>}
  >
    <For each={byStep(props.hop.statements)}>
      {(group) => (
        <section class="for-step">
          <Show when={group.step}>
            {(step) => (
              <header>
                <b class="strong">{step().words}</b>
                <Show when={step().line}>
                  {(line) => <SourceLink document="api" line={line()} sources={props.sources} />}
                </Show>
              </header>
            )}
          </Show>
          <For each={group.statements}>
            {(statement) => <Statement statement={statement} sources={props.sources} />}
          </For>
        </section>
      )}
    </For>
    <Show when={props.hop.dropped > 0}>
      <p class="muted">and {countText(props.hop.dropped, "more statement")}, not kept</p>
    </Show>
  </Show>
);

function Statement(props: { statement: TracedStatement; sources: Sources }) {
  const made = () => {
    const table = tableOf(props.statement);
    const line = table === null ? null : lineOfTable(props.sources.texts().schema, table);
    return line === null ? undefined : line;
  };
  return (
    <article class="proof sent">
      <header>
        <span>
          {props.statement.isInTransaction ? "in a transaction" : "by itself"}
          {props.statement.standby === undefined ? "" : `, to ${props.statement.standby}`}
        </span>
        <Show when={made()}>{(line) => <SourceLink document="schema" line={line()} sources={props.sources} />}</Show>
        <span class="push">
          {props.statement.rows === undefined ? "" : `${countText(props.statement.rows, "row")} · `}
          {props.statement.millis.toFixed(1)}
          {"\u00a0ms"}
        </span>
      </header>
      <pre tabindex="0">
        <code>{props.statement.text}</code>
      </pre>
      <Show when={props.statement.values.length > 0}>
        <dl class="reading small">
          <For each={props.statement.values}>
            {(value, n) => (
              <>
                <dt>${n() + 1}</dt>
                <dd>{value ?? "null"}</dd>
              </>
            )}
          </For>
        </dl>
      </Show>
      <Show when={props.statement.refused}>
        {(refused) => (
          <p class="ink-bad">
            Refused{refused().code === undefined ? "" : ` (${refused().code})`}: {refused().message}
          </p>
        )}
      </Show>
      <Show when={props.statement.plan}>{(plan) => <PlanTree plan={plan()} />}</Show>
    </article>
  );
}
