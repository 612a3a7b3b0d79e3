import type { PhaseId } from "@proofroom/domain/interview/phase";
import type { DebriefItem, ReportFact } from "@proofroom/domain/interview/report/report";
import { createMemo, createSignal, For, Show, Suspense } from "solid-js";
import type { RoomReport } from "../../data/report.ts";
import { countText } from "../../ui/format.ts";
import { PracticeDialog } from "../home/lazy.ts";
import { phaseTitles } from "../interview/names.ts";
import { phasesOf } from "./debrief.ts";
import { DebriefPoint } from "./DebriefPoint.tsx";
import { LastTime } from "./LastTime.tsx";
import "./debrief.css";

interface Props {
  problem: { id: string; title: string };
  debrief: DebriefItem[];
  facts: ReportFact[];
  mark: RoomReport["mark"];
}

/** Point by point: what a strong answer touches, to be opened when one wants to know, and one's own mark beside it. */
export function Debrief(props: Props) {
  const [isAgain, setAgain] = createSignal(false);
  const [open, setOpen] = createSignal<ReadonlySet<string>>(new Set());
  const phases = createMemo(() => phasesOf(props.debrief));
  const isAllOpen = () => open().size === props.debrief.length;
  const toggle = (item: string, isOpen: boolean) =>
    setOpen((before) => {
      const next = new Set(before);
      if (isOpen) next.add(item);
      else next.delete(item);
      return next;
    });
  const openAll = () => setOpen(isAllOpen() ? new Set<string>() : new Set(props.debrief.map(({ item }) => item)));
  const marked = () => props.debrief.filter(({ selfMark }) => selfMark !== null).length;
  return (
    <section class="debrief" aria-labelledby="debrief">
      <div class="hstack wraps">
        <h2 id="debrief">Debrief</h2>
        <span class="chip">only you see it</span>
        <span class="muted push">
          {marked() === 0
            ? "Not marked by you yet"
            : `${marked()} of ${countText(props.debrief.length, "point")} marked`}
        </span>
        <button type="button" class="btn" aria-pressed={isAllOpen()} onClick={openAll}>
          {isAllOpen() ? "Close all" : "Open all"}
        </button>
        <button type="button" class="btn primary" onClick={() => setAgain(true)}>
          Try again
        </button>
      </div>
      <LastTime debrief={props.debrief} />
      <For each={phases()}>
        {(phase) => (
          <PhaseCard
            phase={phase}
            items={props.debrief.filter((one) => one.phase === phase)}
            facts={props.facts}
            open={open()}
            onToggle={toggle}
            mark={props.mark}
          />
        )}
      </For>
      <Suspense>
        <Show when={isAgain()}>
          <PracticeDialog problem={props.problem} onClose={() => setAgain(false)} />
        </Show>
      </Suspense>
    </section>
  );
}

interface PhaseProps extends Pick<Props, "facts" | "mark"> {
  phase: PhaseId;
  items: DebriefItem[];
  open: ReadonlySet<string>;
  onToggle: (item: string, isOpen: boolean) => void;
}

/** Keeps each point in its place whatever changes of it, so that a mark never takes the focus away. */
const PhaseCard = (props: PhaseProps) => (
  <section class="card" aria-label={`Debrief, ${phaseTitles[props.phase]}`}>
    <header>
      <h3>{phaseTitles[props.phase]}</h3>
      <span class="muted small push">
        {props.items.filter(({ state }) => state === "covered").length} of {props.items.length} covered
      </span>
    </header>
    <div class="rows">
      <For each={props.items.map(({ item }) => item)}>
        {(id) => (
          <Show when={props.items.find(({ item }) => item === id)}>
            {(item) => (
              <DebriefPoint
                item={item()}
                fact={props.facts.find((fact) => fact.kind === "coverage" && fact.item === id)}
                isOpen={props.open.has(id)}
                onToggle={(isOpen) => props.onToggle(id, isOpen)}
                mark={props.mark}
              />
            )}
          </Show>
        )}
      </For>
    </div>
  </section>
);
