import type { Fix } from "@proofroom/domain/design/finding";
import type { Operation } from "@proofroom/domain/design/model";
import { Show } from "solid-js";
import { Answers } from "./Answers.tsx";

/** Why an endpoint is taken to do what it does, and what it might do instead; a click writes that into the API document. */
export function BindingReasons(props: { operation: Operation; mayFix: boolean; onApplyFix: (fix: Fix) => void }) {
  const capability = () => props.operation.because?.capability ?? [];
  const steps = () => props.operation.because?.steps ?? [];
  const others = () => (props.mayFix ? (props.operation.alternatives ?? []) : []);
  const ahead = () => Math.round((props.operation.margin ?? 0) * 100);
  return (
    <Show when={props.operation.capability !== undefined && capability().length + steps().length > 0}>
      <details class="binding-why">
        <summary class="small muted">Why this</summary>
        <p class="small">
          It serves <b>{props.operation.capability}</b> because {listed(capability())}
          <Show when={props.operation.boundBy !== "x-operation" && ahead() < 100}>
            ; no other endpoint comes nearer than {ahead()} points
          </Show>
          .<Show when={steps().length > 0}> It does so this way because {listed(steps())}.</Show>
        </p>
        <Answers fixes={others()} label="What it might do instead" onApplyFix={(fix) => props.onApplyFix(fix)} />
      </details>
    </Show>
  );
}

const listed = (clauses: string[]): string =>
  clauses.length < 2 ? clauses.join("") : `${clauses.slice(0, -1).join(", ")} and ${clauses.at(-1) ?? ""}`;
