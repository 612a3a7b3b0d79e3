import type { Report } from "@proofroom/domain/interview/report/report";
import { createSignal, For, Match, Show, Suspense, Switch } from "solid-js";
import { createReport, type RoomReport } from "../../data/report.ts";
import { useRoom } from "../../data/room.tsx";
import { Failure } from "../../ui/Failure.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { CoverageTable } from "./CoverageTable.tsx";
import { nothingOf } from "./fact-kinds.ts";
import { FactSections } from "./FactSections.tsx";
import { HintsAndSkips } from "./HintsAndSkips.tsx";
import { Debrief, SourceDialog } from "./lazy.ts";
import { Marks } from "./Marks.tsx";
import { ReportHead } from "./ReportHead.tsx";
import { Failed, NotEnded, Reason, Writing } from "./ReportStates.tsx";
import { RunsBeside } from "./RunsBeside.tsx";
import { type Cited, SourcesProvider } from "./sources.tsx";
import { TimelineCard } from "./TimelineCard.tsx";
import "./print.css";
import "./report.css";
import "./timeline.css";

/** The report in whichever state it is; what was once shown stays while it is written anew. */
export function ReportScreen(props: { title: string }) {
  const room = useRoom();
  const report = createReport(room);
  const known = () => {
    const now = report.now();
    return now.state === "known" ? now.report : undefined;
  };
  const refused = () => {
    const now = report.now();
    return now.state === "refused" ? now.refusal : undefined;
  };
  const ready = () => (known()?.status === "ready" ? known() : undefined);
  return (
    <main class="results report" id="main">
      <Switch fallback={<Skeleton what="the report" widths={[30, 70, 90, 60, 80]} />}>
        <Match when={report.now().state === "not-ended"}>
          <NotEnded title={props.title} />
        </Match>
        <Match when={refused()}>
          {(refusal) => (
            <Failure title="The report did not load." message={refusal().message} onRetry={report.ask}>
              <a class="btn quiet" href={`/rooms/${room.id}`}>
                Back to the room
              </a>
            </Failure>
          )}
        </Match>
        <Match when={known()?.status === "writing"}>
          <Writing title={props.title} progress={known()?.progress} />
        </Match>
        <Match when={known()?.status === "failed"}>
          <Failed title={props.title} reason={known()?.reason} retry={report.retry} />
        </Match>
        <Match when={ready()}>{(body) => <ReadyReport title={props.title} report={body()} of={report} />}</Match>
      </Switch>
    </main>
  );
}

function ReadyReport(props: { title: string; report: Report; of: RoomReport }) {
  const room = useRoom();
  const [opened, setOpened] = createSignal<{ cited: Cited; from: Element | null }>();
  const open = (cited: Cited) => setOpened({ cited, from: document.activeElement });
  const runNumber = (runId: string) => props.report.results.find((result) => result.runId === runId)?.number;
  return (
    <SourcesProvider value={{ open, events: () => room.live().events, runNumber }}>
      <ReportHead title={props.title} report={props.report} />
      <Show when={props.report.reason}>
        {(reason) => <Reason reason={reason()} tone="warn" retry={props.of.retry} />}
      </Show>
      <section aria-labelledby="counted">
        <div class="hstack wraps">
          <h2 id="counted">What was covered, and when</h2>
          <span class="chip">counted by code</span>
        </div>
        <Show when={props.report.debrief === undefined}>
          <For each={props.report.facts.filter(({ kind, item }) => kind === "coverage" && item === undefined)}>
            {(sum) => <p class="muted">{sum.text}</p>}
          </For>
        </Show>
        <TimelineCard report={props.report} />
        <CoverageTable report={props.report} />
      </section>
      <section aria-labelledby="found">
        <div class="hstack wraps">
          <h2 id="found">What else was found</h2>
          <span class="chip">counted by code</span>
        </div>
        <div class="fact-cards">
          <FactSections report={props.report} />
          <HintsAndSkips report={props.report} />
        </div>
        <Show when={nothingOf(props.report)}>{(nones) => <p class="muted">{nones()}</p>}</Show>
      </section>
      <Show when={props.report.marks.length > 0}>
        <Marks report={props.report} />
      </Show>
      <RunsBeside results={props.report.results} />
      <Show when={props.report.debrief}>
        {(debrief) => (
          <Suspense fallback={<Skeleton what="the debrief" widths={[30, 90, 90]} />}>
            <Debrief
              problem={{ id: room.problem, title: props.title }}
              debrief={debrief()}
              facts={props.report.facts}
              mark={props.of.mark}
            />
          </Suspense>
        )}
      </Show>
      <Suspense>
        <Show when={opened()} keyed>
          {({ cited, from }) => <SourceDialog cited={cited} from={from} onClose={() => setOpened(undefined)} />}
        </Show>
      </Suspense>
    </SourcesProvider>
  );
}
