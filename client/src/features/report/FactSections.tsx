import type { Report, ReportFact } from "@proofroom/domain/interview/report/report";
import { For, Show } from "solid-js";
import { clockText } from "../../ui/format.ts";
import { Icon } from "../../ui/Icon.tsx";
import type { IconName } from "../../ui/icon-paths.ts";
import { Words } from "../interview/Words.tsx";
import { type FactKind, factKinds } from "./fact-kinds.ts";
import { SourceLink } from "./SourceLink.tsx";

/** A card for each kind of which there is something. */
export const FactSections = (props: { report: Pick<Report, "facts" | "debrief"> }) => {
  const isAlone = () => props.report.debrief !== undefined;
  return (
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
              <Facts facts={facts().slice(0, shownOf(facts()))} section={section} isAlone={isAlone()} />
              <Show when={facts().length > shownOf(facts())}>
                <details class="more-facts">
                  <summary>{facts().length - shownOf(facts())} more</summary>
                  <Facts facts={facts().slice(shownOf(facts()))} section={section} isAlone={isAlone()} />
                </details>
              </Show>
            </section>
          </Show>
        );
      }}
    </For>
  );
};

/** Nobody reads twenty statements of a kind: the foremost are shown, the rest can be opened. One or two more are shown at once. */
const shownOf = (facts: readonly ReportFact[]): number => (facts.length <= 8 ? facts.length : 6);

const Facts = (props: { facts: readonly ReportFact[]; section: FactKind; isAlone: boolean }) => (
  <ul class="points card-body">
    <For each={props.facts}>
      {(fact) => <Fact fact={fact} icon={props.section.icon} ink={props.section.ink} isAlone={props.isAlone} />}
    </For>
  </ul>
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
