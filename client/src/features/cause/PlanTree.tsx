import type { StatementPlan } from "@proofroom/domain/judge/trace";
import { For, Show } from "solid-js";
import { doing, figures } from "./plan-words.ts";

/** A plan as a small tree, in words and figures. */
export function PlanTree(props: { plan: StatementPlan }) {
  const nodes = () => (props.plan.kind === "none" ? [] : props.plan.nodes);
  const isMeasured = () => props.plan.kind === "measured";
  return (
    <div class="plan">
      <p class="small muted">
        {props.plan.kind === "none"
          ? `No plan: ${props.plan.reason}.`
          : isMeasured()
            ? "Plan, run once more after the test"
            : "Plan, asked after the test and not run"}
      </p>
      <Show when={nodes().length > 0}>
        <ol aria-label="Plan">
          <For each={nodes()}>
            {(node) => (
              <li style={{ "padding-inline-start": `${node.depth * 16}px` }}>
                <b class="strong">{node.node}</b>{" "}
                <span classList={{ "ink-warn": node.node === "Seq Scan" }}>{doing(node)}</span>
                <span class="muted"> {figures(node, isMeasured())}</span>
                <Show when={node.condition}>
                  <code>{node.condition}</code>
                </Show>
              </li>
            )}
          </For>
        </ol>
      </Show>
    </div>
  );
}
