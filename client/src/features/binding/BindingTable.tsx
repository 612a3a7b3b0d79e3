import type { Fix } from "@proofroom/domain/design/finding";
import type { DesignModel } from "@proofroom/domain/design/model";
import type { Offers } from "@proofroom/domain/design/offer";
import type { Capability } from "@proofroom/domain/problem/problem";
import { For, Show } from "solid-js";
import { countText } from "../../ui/format.ts";
import { Icon } from "../../ui/Icon.tsx";
import { BindingRow } from "./BindingRow.tsx";
import { MissingRow } from "./MissingRow.tsx";
import { missingOf, unboundIn } from "./missing.ts";
import { OpenQuestion } from "./OpenQuestion.tsx";
import "./binding.css";

export interface BindingTableProps {
  model: DesignModel;
  capabilities?: Record<string, Capability> | undefined;
  /** What could be inserted as an example, for each endpoint and each that is missing. */
  offers?: Offers;
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
                missing={missingOf(operation, props.model)}
                isAsked={questions().some(({ document, line }) => document === "api" && line === operation.line)}
                offers={props.offers?.endpoints[operation.opId] ?? []}
                mayFix={props.mayFix}
                onApplyFix={props.onApplyFix}
                onReveal={props.onReveal}
              />
            )}
          </For>
          <For each={props.model.unbound}>
            {(name) => (
              <MissingRow
                name={name}
                capability={props.capabilities?.[name]}
                told={unboundIn(name, props.model)?.message}
                offer={props.mayFix ? props.offers?.capabilities[name] : undefined}
                onApplyFix={props.onApplyFix}
              />
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
}
