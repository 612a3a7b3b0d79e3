import { createSignal, Show } from "solid-js";
import { moveRoom } from "../../data/api.ts";
import { useInterview } from "../../data/interview.tsx";
import { useRoom } from "../../data/room.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { useToast } from "../../ui/toast.tsx";

/** Asks before the room ends for everybody, once; the question says what that means and what comes next. */
export function EndDialog(props: { onClose: () => void }) {
  const room = useRoom();
  const interview = useInterview();
  const toast = useToast();
  const [isBusy, setBusy] = createSignal(false);
  const end = async () => {
    if (isBusy()) return;
    setBusy(true);
    const answer = await moveRoom(room.id, "end");
    setBusy(false);
    if (answer.ok) props.onClose();
    else toast({ icon: "warning", tone: "bad", text: `The room did not end. ${answer.message}` });
  };
  const what = () => (room.mode === "practice" ? "practice" : "interview");
  const isReported = () => room.mode === "practice" || interview.clock().taken.length > 0;
  return (
    <Dialog title={`End the ${what()}?`} onClose={props.onClose}>
      <p class="muted">
        All documents freeze at once and for good. A run under way still comes to its verdict. Everybody here can go on
        reading: the documents, the chat and the results.
      </p>
      <Show when={isReported()}>
        <p class="muted">
          Then the report is written: what was covered, with quotes, hints, skips and times.
          {room.mode === "practice" ? " After it comes the debrief: what a strong answer touches, item by item." : ""}
        </p>
      </Show>
      <footer>
        <button type="button" class="btn" onClick={() => props.onClose()}>
          Go on
        </button>
        <button type="button" class="btn danger" aria-disabled={isBusy()} onClick={() => void end()}>
          End the {what()}
        </button>
      </footer>
    </Dialog>
  );
}
