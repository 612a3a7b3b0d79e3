import type { Report, ReportFact } from "@proofroom/domain/interview/report";
import { For, Show } from "solid-js";
import { clockText } from "../../ui/format.ts";
import { Icon } from "../../ui/Icon.tsx";
import type { IconName } from "../../ui/icon-paths.ts";
import { Words } from "../interview/Words.tsx";
import { SourceLink } from "./SourceLink.tsx";

type Kind = ReportFact["kind"];

const sections: { kinds: Kind[]; title: string; none: string; icon: IconName; ink: string }[] = [
  {
    kinds: ["open-question"],
    title: "Questions left open",
    none: "No question stayed open.",
    icon: "question",
    ink: "",
  },
  {
    kinds: ["contradiction"],
    title: "Contradictions",
    none: "Code found no two places that disagree.",
    icon: "warning",
    ink: "ink-warn",
  },
  { kinds: ["mend"], title: "What was mended", none: "Nothing had to be mended.", icon: "passed", ink: "ink-ok" },
  {
    kinds: ["assumption"],
    title: "Assumptions made",
    none: "No assumption was recorded.",
    icon: "bindings",
    ink: "",
  },
  {
    kinds: ["documents", "run"],
    title: "What was written and run",
    none: "Nothing was written or run.",
    icon: "design",
    ink: "muted",
  },
  { kinds: ["timing"], title: "Time", none: "", icon: "clock", ink: "muted" },
  { kinds: ["notice"], title: "To be noted", none: "", icon: "eye", ink: "muted" },
];

/** All other counted facts, by kind. What is empty says so in a line, save time and notices. */
export const FactSections = (props: { report: Pick<Report, "facts"> }) => (
  <div class="fact-cards">
    <For each={sections}>
      {(section) => {
        const facts = () => props.report.facts.filter(({ kind }) => section.kinds.includes(kind));
        return (
          <Show when={facts().length > 0 || section.none !== ""}>
            <section class="card" aria-label={section.title}>
              <header>
                <h3>{section.title}</h3>
                <Show when={facts().length > 0}>
                  <span class="count push">{facts().length}</span>
                </Show>
              </header>
              <Show when={facts().length > 0} fallback={<p class="card-body muted">{section.none}</p>}>
                <ul class="points card-body">
                  <For each={facts()}>{(fact) => <Fact fact={fact} icon={section.icon} ink={section.ink} />}</For>
                </ul>
              </Show>
            </section>
          </Show>
        );
      }}
    </For>
  </div>
);

const Fact = (props: { fact: ReportFact; icon: IconName; ink: string }) => (
  <li>
    <Icon name={props.icon} class={props.ink} />
    <div>
      <p>
        <Words text={props.fact.text} />
        <Show when={props.fact.at}>
          {(at) => (
            <time class="muted small" datetime={at()}>
              {" "}
              {clockText(at())}
            </time>
          )}
        </Show>
        <Show when={props.fact.staff}>
          {" "}
          <span class="chip">staff only</span>
        </Show>
      </p>
      <Show when={props.fact.source}>
        {(source) => <SourceLink source={source()} quote={props.fact.quote} staff={props.fact.staff} />}
      </Show>
    </div>
  </li>
);
