import type { Finding, Fix } from "@proofroom/domain/design/finding";
import type { Operation } from "@proofroom/domain/design/model";
import type { Offer } from "@proofroom/domain/design/offer";
import { For, Show } from "solid-js";
import { BindingReasons } from "./BindingReasons.tsx";
import { InsertExample } from "./InsertExample.tsx";
import { WhatIsMissing } from "./WhatIsMissing.tsx";

const boundBy: Record<NonNullable<Operation["boundBy"]>, { tone: string; title: string }> = {
  "x-operation": { tone: "accent", title: "The document spells out every step" },
  "x-capability": { tone: "accent", title: "The document says which capability it serves" },
  operationId: { tone: "ok", title: "Recognised by its operationId" },
  convention: { tone: "ok", title: "Recognised by method, path and fields" },
};

/** An endpoint: what it serves and does, who decided that, what it lacks, and what could be inserted. */
export function BindingRow(props: {
  operation: Operation;
  missing: readonly Finding[];
  /** A question about it is open. */
  isAsked: boolean;
  offers: readonly Offer[];
  mayFix: boolean;
  onApplyFix: (fix: Fix) => void;
  onReveal?: ((line: number) => void) | undefined;
}) {
  const by = () => props.operation.boundBy;
  const sure = () =>
    by() === "convention" || by() === "operationId" ? ` ${Math.round(props.operation.confidence * 100)} %` : "";
  // Of an endpoint that the problem does not ask for, what is found stands beside its line.
  const missing = () =>
    props.operation.capability !== undefined || props.operation.words.length === 0 ? props.missing : [];
  const idle = (waits: string, does: string): string =>
    props.operation.words.length > 0
      ? ""
      : props.isAsked
        ? `${waits} for the answer to its question above.`
        : `${does} nothing yet.`;
  return (
    <li class="binding">
      <button
        type="button"
        class="binding-go"
        onClick={() => props.onReveal?.(props.operation.line)}
        title={`Line ${props.operation.line} of the API document`}
      >
        <span class="method">{props.operation.method}</span>
        <span class="mono">
          {/* A long path goes on in the next line behind a slash. */}
          <For each={props.operation.path.split(/(?<=\/)/)}>
            {(part) => (
              <>
                {part}
                <wbr />
              </>
            )}
          </For>
        </span>
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
        <Show when={props.operation.capability} fallback={idle("Waits", "Does")}>
          {(capability) => (
            <>
              <b>{capability()}</b> {idle("waits", "does")}
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
      <WhatIsMissing of={props.operation.opId} findings={missing()} onReveal={props.onReveal} />
      <BindingReasons operation={props.operation} mayFix={props.mayFix} onApplyFix={props.onApplyFix} />
      <Show when={props.mayFix}>
        <InsertExample of={props.operation.opId} offers={props.offers} onInsert={(offer) => props.onApplyFix(offer)} />
      </Show>
    </li>
  );
}
