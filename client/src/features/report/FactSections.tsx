import type { Report, ReportFact } from "@proofroom/domain/interview/report/report";
import { For, Show } from "solid-js";
import { clockText } from "../../ui/format.ts";
import { Icon } from "../../ui/Icon.tsx";
import type { IconName } from "../../ui/icon-paths.ts";
import { Words } from "../interview/Words.tsx";
import { factKinds } from "./fact-kinds.ts";
import { SourceLink } from "./SourceLink.tsx";

/** A card for each kind of which there is something. */
export const FactSections = (props: { report: Pick<Report, "facts" | "debrief"> }) => (
  <For each={factKinds}>
    {(section) => {
      const facts = () => props.report.facts.filter(({ kind }) => section.kinds.includes(kind));
      return (
        <Show when={facts().length > 0}>
          <section class="card" aria-label={section.title}>
            <header>
              <h3>{section.title}</h3>
              <span class="count push">{facts().length}</span>
            </header>
            <ul class="points card-body">
              <For each={facts()}>
                {(fact) => (
                  <Fact
                    fact={fact}
                    icon={section.icon}
                    ink={section.ink}
                    isAlone={props.report.debrief !== undefined}
                  />
                )}
              </For>
            </ul>
          </section>
        </Show>
      );
    }}
  </For>
);

/** In practice there is nobody from whom staff could keep anything. */
const Fact = (props: { fact: ReportFact; icon: IconName; ink: string; isAlone: boolean }) => (
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
        <Show when={props.fact.staff && !props.isAlone}>
          {" "}
          <span class="chip">staff only</span>
        </Show>
      </p>
      <Show when={props.fact.source}>{(source) => <SourceLink source={source()} quote={props.fact.quote} />}</Show>
    </div>
  </li>
);
