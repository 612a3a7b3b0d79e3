import type { Finding } from "@proofroom/domain/design/finding";
import { isOver } from "@proofroom/domain/run/over";
import type { Run } from "@proofroom/domain/run/run";
import { createEffect, createMemo, on, Show, Suspense } from "solid-js";
import { cancelRun } from "../../data/api.ts";
import { useRoom } from "../../data/room.tsx";
import type { Runs } from "../../data/runs.ts";
import { useAnnounce } from "../../ui/announce.tsx";
import { createNow } from "../../ui/now.ts";
import { useToast } from "../../ui/toast.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { lazily } from "../../ui/lazily.tsx";
import { type PanelSize, RunHead } from "./RunHead.tsx";
import { partsOf } from "./long-reason.ts";
import type { RunStart } from "./run-start.ts";
import { verdictSentence } from "./stages.ts";

const RunBody = lazily(() => import("./RunBody.tsx").then((m) => m.RunBody));

interface Props {
  runs: Runs;
  /** The one that is looked at, folded. */
  run: Run | undefined;
  start: RunStart;
  size: PanelSize;
  onSize: (size: PanelSize) => void;
  onOpenFinding: (finding: Finding) => void;
}

/** The run as everybody sees it, live or long over. */
export function RunPanel(props: Props) {
  const room = useRoom();
  const toast = useToast();
  const announce = useAnnounce();
  const shownId = createMemo(() => props.runs.shown()?.id);
  const run = () => props.run;
  const isLive = () => {
    const now = run();
    return now !== undefined && !isOver(now.status);
  };
  const now = createNow(isLive);
  createEffect(
    on(run, (current, before) => {
      if (current === undefined || before === undefined || isOver(before.status) || !isOver(current.status)) return;
      announce.say(verdictSentence(current));
    }),
  );

  const cancel = async () => {
    const id = shownId();
    if (id === undefined) return;
    const answer = await cancelRun(id);
    if (!answer.ok) toast({ icon: "warning", tone: "bad", text: `The run was not cancelled. ${answer.message}` });
  };
  const mayCancel = () => room.may("run.cancel", props.runs.shown()?.startedBy.id === room.me.id);

  return (
    <section
      class="run"
      id="run"
      aria-label="Run"
      tabindex="-1"
      data-size={props.size === "strip" ? undefined : props.size}
    >
      <RunHead
        info={props.runs.shown()}
        run={run()}
        now={now()}
        size={props.size}
        onSize={props.onSize}
        mayCancel={mayCancel()}
        onCancel={() => void cancel()}
      />
      <Show when={props.size !== "strip"}>
        <Show when={run()} fallback={<NoRun start={props.start} />}>
          {(current) => (
            <Suspense>
              <RunBody run={current()} runs={props.runs} now={now()} onOpenFinding={props.onOpenFinding} />
            </Suspense>
          )}
        </Show>
      </Show>
    </section>
  );
}

function NoRun(props: { start: RunStart }) {
  const why = createMemo(() => {
    const reason = props.start.whyNot();
    return reason === undefined ? undefined : partsOf(reason);
  });
  return (
    <div class="empty">
      <Icon name="play" />
      <Show when={why()} fallback={<Invitation start={props.start} />}>
        {(parts) => (
          <>
            <p>{parts().first}</p>
            <Show when={parts().rest}>
              <details class="more">
                <summary>What to do about it</summary>
                <p>{parts().rest}</p>
              </details>
            </Show>
          </>
        )}
      </Show>
    </div>
  );
}

const Invitation = (props: { start: RunStart }) => (
  <>
    <p>No run yet. A run starts your design as a real system and asks it what the problem asks for.</p>
    <button type="button" class="btn" aria-disabled={props.start.isStarting()} onClick={() => void props.start.run()}>
      Run the design <span class="kbd">Ctrl ↵</span>
    </button>
  </>
);
