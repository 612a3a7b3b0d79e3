import type { RunId } from "@proofroom/domain/id";
import { never } from "@proofroom/domain/never";
import type { Explanation, ExplanationEvidence } from "@proofroom/domain/run/explanation";
import { For, Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import { fetchRun } from "../../data/api.ts";
import { createAsked, valueOf } from "../../data/asked.ts";
import { Icon } from "../../ui/Icon.tsx";
import { documentTitles } from "../editor/language.ts";
import { Words } from "../interview/Words.tsx";
import "./why.css";

const attributions: Record<Explanation["attribution"], string> = {
  design: "the design's",
  platform: "the platform's, not the design's",
  deployment: "the deployment's, not the design's",
  flaky: "seen only sometimes",
  unknown: "not known whose",
};

const sources: Record<Explanation["source"], string> = {
  rules: "found by rules",
  claude: "found by Claude, lines verified",
  both: "found by rules and Claude",
};

/** Why a run did not pass, in one block: the cause, whose it is, what it rests on, and what to do next. */
export function WhyItFailed(props: { runId: RunId; explanation: Explanation; heading?: "h2" }) {
  // What to do next is not part of what everybody hears of a run: the server tells it to those who may know.
  const [view] = createAsked(() => props.runId, fetchRun);
  const nextStep = () => valueOf(view())?.explanation?.nextStep;
  return (
    <section class="why" aria-label="Why it failed">
      <span class="hstack">
        <Icon name="failed" class="ink-bad" />
        <Dynamic component={props.heading ?? "h3"}>Why it failed</Dynamic>
        <span class="chip" classList={{ bad: props.explanation.attribution === "design" }}>
          {attributions[props.explanation.attribution]}
        </span>
        <span class="muted small push">{sources[props.explanation.source]}</span>
      </span>
      <p class="cause-words">
        <Words text={props.explanation.cause} />
      </p>
      <Show when={props.explanation.evidence.length > 0}>
        <ul class="why-evidence" aria-label="What it rests on">
          <For each={props.explanation.evidence}>{(evidence) => <Line evidence={evidence} />}</For>
        </ul>
      </Show>
      <Show when={nextStep()}>
        {(step) => (
          <p>
            <b class="strong">Next.</b> <Words text={step()} />
          </p>
        )}
      </Show>
    </section>
  );
}

const Line = (props: { evidence: ExplanationEvidence }) => (
  <li>
    <span class="muted">{whereOf(props.evidence)}</span>
    <code>{props.evidence.text}</code>
  </li>
);

function whereOf(evidence: ExplanationEvidence): string {
  switch (evidence.kind) {
    case "log":
      return `log of ${evidence.component}`;
    case "result":
      return evidence.name;
    case "finding":
      return `${documentTitles[evidence.document]}, line ${evidence.line}`;
    case "earlier":
      return `since run #${evidence.run}`;
    default:
      return never(evidence);
  }
}
