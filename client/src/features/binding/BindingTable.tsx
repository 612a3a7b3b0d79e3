import type { Fix } from "@proofroom/domain/design/finding";
import type { DesignModel, Operation } from "@proofroom/domain/design/model";
import type { Capability } from "@proofroom/domain/problem/problem";
import { For, Show } from "solid-js";
import { countText } from "../../ui/format.ts";
import { Icon } from "../../ui/Icon.tsx";
import { BindingReasons } from "./BindingReasons.tsx";
import { OpenQuestion } from "./OpenQuestion.tsx";
import { snippetFix } from "./snippet.ts";
import "./binding.css";

export interface BindingTableProps {
  model: DesignModel;
  capabilities?: Record<string, Capability> | undefined;
  /** The API document that the model was read from; with it, a missing endpoint can be inserted. */
  apiText?: string | undefined;
  /** What turns the API, where it is a sketch, into OpenAPI. */
  toOpenApi?: Fix | null;
  mayFix: boolean;
  onApplyFix: (fix: Fix) => void;
  /** Shows a line of the API document. */
  onReveal?: ((line: number) => void) | undefined;
}

/** What each endpoint will do, in words, which capability it serves and who decided that; and what is still open. */
export function BindingTable(props: BindingTableProps) {
  const questions = () => props.model.findings.filter(({ severity }) => severity === "question");
  const bound = () => props.model.operations.length;
  return (
    <section class="bindings" aria-label="Binding table" tabindex="0">
      <For each={questions()}>
        {(question) => (
          <OpenQuestion
            question={question}
            mayFix={props.mayFix}
            onApplyFix={props.onApplyFix}
            onReveal={props.onReveal}
          />
        )}
      </For>
      <Show
        when={bound() > 0 || props.model.unbound.length > 0}
        fallback={
          <div class="empty">
            <Icon name="bindings" />
            <p>No endpoint yet. Write one in the API document, and this table says what it will do.</p>
          </div>
        }
      >
        <p class="sr">{countText(bound(), "endpoint")}</p>
        <Show when={props.mayFix && props.toOpenApi}>
          {(fix) => (
            <div class="binding-form">
              <span class="muted small">A sketch, one endpoint a line</span>
              <button type="button" class="btn compact push" onClick={() => props.onApplyFix(fix())}>
                {fix().label}
              </button>
            </div>
          )}
        </Show>
        <ul class="rows">
          <For each={props.model.operations}>
            {(operation) => (
              <BindingRow
                operation={operation}
                mayFix={props.mayFix}
                onApplyFix={props.onApplyFix}
                onReveal={() => props.onReveal?.(operation.line)}
              />
            )}
          </For>
          <For each={props.model.unbound}>
            {(name) => (
              <MissingRow
                name={name}
                capability={props.capabilities?.[name]}
                apiText={props.apiText}
                mayFix={props.mayFix}
                onApplyFix={props.onApplyFix}
              />
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
}

const boundBy: Record<NonNullable<Operation["boundBy"]>, { tone: string; title: string }> = {
  "x-operation": { tone: "accent", title: "The document spells out every step" },
  "x-capability": { tone: "accent", title: "The document says which capability it serves" },
  operationId: { tone: "ok", title: "Recognised by its operationId" },
  convention: { tone: "ok", title: "Recognised by method, path and fields" },
};

function BindingRow(props: {
  operation: Operation;
  mayFix: boolean;
  onApplyFix: (fix: Fix) => void;
  onReveal: () => void;
}) {
  const by = () => props.operation.boundBy;
  const sure = () =>
    by() === "convention" || by() === "operationId" ? ` ${Math.round(props.operation.confidence * 100)} %` : "";
  return (
    <li class="binding">
      <button
        type="button"
        class="binding-go"
        onClick={() => props.onReveal()}
        title={`Line ${props.operation.line} of the API document`}
      >
        <span class="method">{props.operation.method}</span>
        <span class="mono">{props.operation.path}</span>
      </button>
      <Show when={by()} fallback={<span class="chip">by its shape</span>}>
        {(named) => (
          <span class={`chip ${boundBy[named()].tone}`} title={boundBy[named()].title}>
            {named()}
            {sure()}
          </span>
        )}
      </Show>
      <p>
        <Show when={props.operation.capability} fallback={props.operation.words.length === 0 && "Does nothing yet."}>
          {(capability) => (
            <>
              <b>{capability()}</b>
              {props.operation.words.length === 0 ? " does nothing yet" : ""}
            </>
          )}
        </Show>
      </p>
      <Show when={props.operation.words.length > 0}>
        <ol class="binding-steps small" aria-label="What it will do">
          <For each={props.operation.words}>
            {(words) => <li classList={{ heads: words.endsWith(":") }}>{words}</li>}
          </For>
        </ol>
      </Show>
      <BindingReasons operation={props.operation} mayFix={props.mayFix} onApplyFix={props.onApplyFix} />
    </li>
  );
}

function MissingRow(props: {
  name: string;
  capability: Capability | undefined;
  apiText: string | undefined;
  mayFix: boolean;
  onApplyFix: (fix: Fix) => void;
}) {
  const fix = () =>
    props.capability === undefined || props.apiText === undefined || !props.mayFix
      ? null
      : snippetFix(props.name, props.capability, props.apiText);
  return (
    <li class="binding">
      <span class="strong">{props.capability?.title ?? props.name}</span>
      <span class="chip bad">no endpoint</span>
      <p>
        The problem asks for <b>{props.name}</b>, and no endpoint serves it yet.{" "}
        <Show when={fix()}>
          {(snippet) => (
            <button type="button" class="btn compact" onClick={() => props.onApplyFix(snippet())}>
              {snippet().label}
            </button>
          )}
        </Show>
      </p>
    </li>
  );
}
