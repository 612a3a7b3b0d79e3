import type { Fix } from "@proofroom/domain/design/finding";
import type { PublicProblem } from "@proofroom/domain/problem/problem";
import { createMemo } from "solid-js";
import { type Asked, valueOf } from "../../data/asked.ts";
import { createReview } from "../../data/review.ts";
import { flushAll, openDocuments } from "../../data/room-documents.ts";
import { useRoom } from "../../data/room.tsx";
import { createRuns } from "../../data/runs.ts";
import { useToast } from "../../ui/toast.tsx";
import { Rail } from "../brief/Rail.tsx";
import { applyFix } from "../findings/apply-fix.ts";
import { RunPanel } from "../run/RunPanel.tsx";
import { createRunStart } from "../run/run-start.ts";
import { BottomBar } from "./BottomBar.tsx";
import { DocumentsPane } from "./DocumentsPane.tsx";
import { PreviewPane } from "./PreviewPane.tsx";
import { RoomHead } from "./RoomHead.tsx";
import { createRoomLayout } from "./room-layout.ts";
import { RoomNote } from "./RoomNote.tsx";
import { SidePane } from "./SidePane.tsx";

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
  const review = createReview(documents, () => problem()?.capabilities ?? {});
  const runs = createRuns(room);
  const start = createRunStart({ room, runs, flush: (millis) => flushAll(documents, millis) });
  const layout = createRoomLayout(room, () => void start.run());

  const served = createMemo(
    () => new Set(review().model.operations.flatMap((o) => (o.capability === undefined ? [] : [o.capability]))),
  );
  const fix = (chosen: Fix) => {
    const outcome = applyFix(documents, review().texts, chosen);
    if (outcome === "stale")
      toast({ icon: "warning", text: "Somebody has just written there. Look again, then press once more." });
    if (outcome === "read-only") toast({ icon: "lock", text: "The document is read-only for you." });
  };
  const title = () => problem()?.title ?? room.problem;

  return (
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
      />
      <RoomNote />
      <Rail problem={props.problem} served={served()} onRetry={props.onRetryProblem} />
      <main class="work" id="main">
        <h1 class="sr">{title()}</h1>
        <DocumentsPane
          documents={documents}
          findings={review().model.findings}
          examples={problem()?.examples}
          chosen={layout.document()}
          reveal={layout.reveal()}
          onChoose={layout.setDocument}
          onApplyFix={fix}
        />
        <PreviewPane
          review={review()}
          capabilities={problem()?.capabilities ?? {}}
          mayFix={room.may("document.edit")}
          onApplyFix={fix}
          onReveal={(document, line) => layout.open({ document, line, column: 1 })}
        />
      </main>
      <RunPanel
        runs={runs}
        start={start}
        size={layout.panel()}
        onSize={layout.setPanel}
        onOpenFinding={({ document, line, column }) => layout.open({ document, line, column })}
      />
      <SidePane chosen={layout.side()} onChoose={layout.setSide} onClose={layout.closeDrawer} />
      <BottomBar chosen={layout.phone()} unread={layout.unread()} onChoose={layout.setPhone} />
    </div>
  );
}
