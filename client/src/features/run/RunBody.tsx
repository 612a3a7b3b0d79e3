import type { Finding } from "@proofroom/domain/design/finding";
import type { Run } from "@proofroom/domain/run/run";
import type { RunId } from "@proofroom/domain/id";
import { isOver } from "@proofroom/domain/run/over";
import type { RunStatus } from "@proofroom/domain/run/status";
import { createMemo, createSignal, Show } from "solid-js";
import type { Runs } from "../../data/runs.ts";
import { panelId, type Tab, tabId, TabList } from "../../ui/TabList.tsx";
import { EarlierRuns } from "./EarlierRuns.tsx";
import { LogView } from "./LogView.tsx";
import { ResultList } from "./ResultList.tsx";
import { RunFindings } from "./RunFindings.tsx";
import { StageList } from "./StageList.tsx";
import { StepList } from "./StepList.tsx";
import { TestSteps } from "./TestSteps.tsx";
import { WhyItFailed } from "./WhyItFailed.tsx";
import { stagesOf } from "./stages.ts";

interface Props {
  run: Run;
  runs: Runs;
  now: number;
  onOpenFinding: (finding: Finding) => void;
}

type View = "results" | "log" | "runs";

/** Stages, the steps of one, and beside them evidence, log or earlier runs. */
export function RunBody(props: Props) {
  const [view, setView] = createSignal<View>("results");
  const [chosen, setChosen] = createSignal<RunStatus>();
  const stages = createMemo(() => stagesOf(props.run));
  const current = createMemo(() => {
    const wanted = chosen() ?? stages().findLast((stage) => stage.startedAt !== undefined)?.status;
    return stages().find((stage) => stage.status === wanted);
  });
  const failed = () => props.run.results.filter((result) => result.status === "failed").length;
  const tabs: Tab<View>[] = [
    {
      id: "results",
      content: () => (
        <>
          Results
          <Show when={failed() > 0}>
            <span class="count bad">
              <span class="sr">failed: </span>
              {failed()}
            </span>
          </Show>
        </>
      ),
    },
    { id: "log", content: () => "Log" },
    {
      id: "runs",
      content: () => (
        <>
          Runs<span class="count">{props.runs.list().length}</span>
        </>
      ),
    },
  ];

  return (
    <div class="run-body">
      <StageList stages={stages()} chosen={current()?.status} now={props.now} onChoose={setChosen} />
      <div>
        <Show
          when={current()?.status === "testing" && props.run.results.length > 0}
          fallback={<StepList stage={current()} isOver={isOver(props.run.status)} now={props.now} />}
        >
          <TestSteps results={props.run.results} />
          <StepList stage={current()} isOver={isOver(props.run.status)} now={props.now} />
        </Show>
      </div>
      <div class="run-pane">
        <div class="tabs">
          <TabList label="Evidence" group="evidence" tabs={tabs} chosen={view()} onChoose={setView} />
        </div>
        <div role="tabpanel" id={panelId("evidence", view())} aria-labelledby={tabId("evidence", view())}>
          <Show when={view() === "results"}>
            <Results run={props.run} runId={props.runs.shown()?.id} onOpenFinding={props.onOpenFinding} />
          </Show>
          <Show when={view() === "log"}>
            <LogView lines={props.run.log} dropped={props.run.logDropped} />
          </Show>
          <Show when={view() === "runs"}>
            <EarlierRuns runs={props.runs.list()} shown={props.runs.shown()?.id} onChoose={props.runs.choose} />
          </Show>
        </div>
      </div>
    </div>
  );
}

function Results(props: { run: Run; runId: RunId | undefined; onOpenFinding: (finding: Finding) => void }) {
  const isEmpty = () => props.run.results.length === 0 && props.run.findings.length === 0;
  const explained = () => {
    const { runId } = props;
    const { explanation } = props.run;
    return runId === undefined || explanation === undefined ? undefined : { runId, explanation };
  };
  const words = () => {
    if (!isOver(props.run.status)) return "No test has been judged yet.";
    return props.run.reason ?? "The run ended before a test was judged.";
  };
  return (
    <>
      <Show when={explained()}>
        {(known) => <WhyItFailed runId={known().runId} explanation={known().explanation} />}
      </Show>
      <Show when={props.run.reason !== undefined && !isEmpty()}>
        <p class="run-message">{props.run.reason}</p>
      </Show>
      <Show when={isEmpty()}>
        <p class="run-message muted">{words()}</p>
      </Show>
      <RunFindings findings={props.run.findings} onOpen={props.onOpenFinding} />
      <ResultList results={props.run.results} runId={props.runId} />
    </>
  );
}
