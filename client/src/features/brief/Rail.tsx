import type { PublicProblem } from "@proofroom/domain/problem/problem";
import { createMemo, For, type JSX, Show } from "solid-js";
import { type Asked, refusalOf, valueOf } from "../../data/asked.ts";
import { Failure } from "../../ui/Failure.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { BriefText } from "./BriefText.tsx";

interface Props {
  problem: Asked<PublicProblem>;
  /** Capabilities that an endpoint serves as the documents stand now. */
  served: ReadonlySet<string>;
  onRetry: () => void;
  /** Stands above the problem: the phases of the interview. */
  children?: JSX.Element;
}

/** Where the interview stands and what the problem asks for; a mark appears as soon as the API serves it. */
export const Rail = (props: Props) => (
  <nav class="rail" id="rail" aria-label="Problem" tabindex="0">
    {props.children}
    <Show when={props.problem.state === "loading"}>
      <div style={{ padding: "12px" }}>
        <Skeleton what="the problem" widths={[50, 90, 80, 95, 60, 85]} />
      </div>
    </Show>
    <Show when={refusalOf(props.problem)}>
      {(refusal) => <Failure title="The problem did not load." message={refusal().message} onRetry={props.onRetry} />}
    </Show>
    <Show when={valueOf(props.problem)}>
      {(problem) => (
        <>
          <Capabilities problem={problem()} served={props.served} />
          <h2>Asked for</h2>
          <ul class="needs">
            <For each={problem().needs}>{(need) => <li>{need}</li>}</For>
          </ul>
          <h2>Brief</h2>
          <BriefText markdown={problem().brief} />
        </>
      )}
    </Show>
  </nav>
);

function Capabilities(props: { problem: PublicProblem; served: ReadonlySet<string> }) {
  const all = createMemo(() => Object.entries(props.problem.capabilities));
  return (
    <>
      <h2>Your API serves</h2>
      <ul>
        <For each={all()}>
          {([name, capability]) => (
            <li class="check" data-met={props.served.has(name) ? "" : undefined}>
              <Show when={props.served.has(name)} fallback={<Icon name="pending" small />}>
                <Icon name="check" small class="ink-ok" />
              </Show>
              <span>
                {capability.title}
                <span class="sr">{props.served.has(name) ? ", served" : ", not yet"}</span>
                <Show when={!capability.required}>
                  <span class="muted"> (optional)</span>
                </Show>
              </span>
            </li>
          )}
        </For>
      </ul>
    </>
  );
}
