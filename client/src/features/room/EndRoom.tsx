import { createSignal, Show } from "solid-js";
import { moveRoom } from "../../data/api.ts";
import { useRoom } from "../../data/room.tsx";
import { lazilyAbove } from "../../ui/lazily.tsx";
import { useToast } from "../../ui/toast.tsx";

const Dialog = lazilyAbove(() => import("../../ui/Dialog.tsx").then((m) => m.Dialog));

/** Ends the room for everybody, once; the question says what that means. */
export function EndRoom() {
  const room = useRoom();
  const toast = useToast();
  const [isAsking, setAsking] = createSignal(false);
  const [isBusy, setBusy] = createSignal(false);
  const end = async () => {
    if (isBusy()) return;
    setBusy(true);
    const answer = await moveRoom(room.id, "end");
    setBusy(false);
    if (answer.ok) setAsking(false);
    else toast({ icon: "warning", tone: "bad", text: `The room did not end. ${answer.message}` });
  };
  return (
    <Show when={room.may("room.end")}>
      <button type="button" class="btn quiet danger" onClick={() => setAsking(true)}>
        End
      </button>
      <Show when={isAsking()}>
        <Dialog title="End the interview?" onClose={() => setAsking(false)}>
          <p class="muted">
            All documents freeze at once and for good. A run under way still comes to its verdict. Everybody here can go
            on reading: the documents, the chat and the results.
          </p>
          <footer>
            <button type="button" class="btn" onClick={() => setAsking(false)}>
              Go on
            </button>
            <button type="button" class="btn danger" aria-disabled={isBusy()} onClick={() => void end()}>
              End the interview
            </button>
          </footer>
        </Dialog>
      </Show>
    </Show>
  );
}
