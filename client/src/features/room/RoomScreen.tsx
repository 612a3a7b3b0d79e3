import type { Fix } from "@proofroom/domain/design/finding";
import type { PublicProblem } from "@proofroom/domain/problem/problem";
import { createEffect, createMemo, createSignal, on, onMount, Show } from "solid-js";
import { type Asked, valueOf } from "../../data/asked.ts";
import { createInterview, InterviewProvider } from "../../data/interview.tsx";
import { createReader, createReview } from "../../data/review.ts";
import { flushAll, notKept, openDocuments } from "../../data/room-documents.ts";
import { useRoom } from "../../data/room.tsx";
import { createRuns } from "../../data/runs.ts";
import { createShownRun } from "../../data/shown-run.ts";
import { lazilyAbove } from "../../ui/lazily.tsx";
import { useToast } from "../../ui/toast.tsx";
import { Rail } from "../brief/Rail.tsx";
import { servedBy } from "../brief/served.ts";
import { hearInvitations } from "../cause/invite.ts";
import { applyFix } from "../findings/apply-fix.ts";
import { createEvidence } from "../interview/evidence.ts";
import { PhasesPlace } from "../interview/PhasesPlace.tsx";
import { RunPanel } from "../run/RunPanel.tsx";
import { createRunStart } from "../run/run-start.ts";
import { BottomBar } from "./BottomBar.tsx";
import { DocumentsPane } from "./DocumentsPane.tsx";
import { PreviewPane } from "./PreviewPane.tsx";
import { RoomHead } from "./RoomHead.tsx";
import { placeOfHash } from "./place-of-hash.ts";
import { createRoomLayout } from "./room-layout.ts";
import { RoomNote } from "./RoomNote.tsx";
import { SidePane } from "./SidePane.tsx";

const EndDialog = lazilyAbove(() => import("./EndDialog.tsx").then((m) => m.EndDialog));

interface Props {
  problem: Asked<PublicProblem>;
  onRetryProblem: () => void;
}

/** The whole room. Nothing on it scrolls but its panes. */
export function RoomScreen(props: Props) {
  const room = useRoom();
  const toast = useToast();
  const problem = () => valueOf(props.problem);
  const documents = openDocuments(room.id, room.me);
  const reader = createReader();
  const review = createReview(reader, documents, () => problem()?.capabilities ?? {});
  const runs = createRuns(room);
  const shownRun = createShownRun(runs, room.channel);
  const start = createRunStart({
    room,
    runs,
    flush: (millis) => flushAll(documents, millis),
    notKept: () => notKept(documents),
  });
  const layout = createRoomLayout(room, () => void start.run());
  const interview = createInterview(room);
  const evidence = createEvidence({ room, documents, layout });
  hearInvitations();
  onMount(() => {
    const place = placeOfHash(location.hash);
    if (place !== null) layout.open(place);
  });
  const [isEnding, setEnding] = createSignal(false);
  const isToStart = createMemo(
    () =>
      room.mode === "practice" &&
      interview.isLoaded() &&
      interview.clock().phase === null &&
      room.may("interview.clock"),
  );
  createEffect(on(isToStart, (now) => now && layout.setPhone("side")));

  const served = createMemo(() => servedBy(review().model));
  const fix = (chosen: Fix) => {
    const outcome = applyFix(documents, review().texts, chosen);
    if (outcome === "stale")
      toast({ icon: "warning", text: "Somebody has just written there. Look again, then press once more." });
    if (outcome === "read-only") toast({ icon: "lock", text: "The document is read-only for you." });
  };
  const title = () => problem()?.title ?? room.problem;

  return (
    <InterviewProvider value={interview}>
      <div class="room" data-view={layout.phone()} data-drawer={layout.drawer()}>
        <a class="skip" href="#documents">
          Skip to the documents
        </a>
        <RoomHead
          title={title()}
          documents={documents}
          start={start}
          unread={layout.unread()}
          onShowRuns={layout.openRuns}
          onPeople={() => layout.openSide("people")}
          onSide={() => (layout.drawer() === "side" ? layout.closeDrawer() : layout.openSide("chat"))}
          onRail={() => layout.setDrawer((open) => (open === "rail" ? undefined : "rail"))}
          isToStart={isToStart()}
          onStart={layout.openStart}
          onEnd={() => setEnding(true)}
        />
        <RoomNote onEnd={() => setEnding(true)} />
        <Rail problem={props.problem} served={served()} onRetry={props.onRetryProblem}>
          <PhasesPlace />
        </Rail>
        <main class="work" id="main">
          <h1 class="sr">{title()}</h1>
          <DocumentsPane
            documents={documents}
            findings={review().model.findings}
            reader={reader}
            examples={problem()?.examples}
            chosen={layout.document()}
            reveal={layout.reveal()}
            quoted={evidence.quoted()}
            pointing={evidence.pointing}
            onChoose={layout.setDocument}
            onApplyFix={fix}
          />
          <PreviewPane
            review={review()}
            run={shownRun()}
            capabilities={problem()?.capabilities ?? {}}
            mayFix={room.may("document.edit")}
            onApplyFix={fix}
            onReveal={(document, line) => layout.open({ document, line, column: 1 })}
          />
        </main>
        <RunPanel
          runs={runs}
          run={shownRun()}
          start={start}
          size={layout.panel()}
          onSize={layout.setPanel}
          onOpenFinding={({ document, line, column }) => layout.open({ document, line, column })}
        />
        <SidePane
          chosen={layout.side()}
          actions={evidence.actions()}
          onChoose={layout.setSide}
          onClose={layout.closeDrawer}
        />
        <BottomBar chosen={layout.phone()} unread={layout.unread()} onChoose={layout.setPhone} />
        <Show when={isEnding()}>
          <EndDialog onClose={() => setEnding(false)} />
        </Show>
      </div>
    </InterviewProvider>
  );
}
