import { type Accessor, createSignal } from "solid-js";
import { useInterview } from "../../data/interview.tsx";
import { type InterviewMove, moveInterview } from "../../data/interview-api.ts";
import { useRoom } from "../../data/room.tsx";
import { useToast } from "../../ui/toast.tsx";

export interface Moves {
  isBusy: Accessor<boolean>;
  /** One at a time; a refusal is told with what to do instead. */
  move: (move: InterviewMove) => Promise<void>;
}

/** What one may do to the clock and the voice, from wherever it is pressed. */
export function createMoves(): Moves {
  const room = useRoom();
  const interview = useInterview();
  const toast = useToast();
  const [isBusy, setBusy] = createSignal(false);
  return {
    isBusy,
    async move(move) {
      if (isBusy()) return;
      setBusy(true);
      const answer = await interview.take(moveInterview(room.id, move));
      setBusy(false);
      // Somebody else pressed Next a moment before: the room is where both wanted it.
      const isDone = !answer.ok && move.move === "next" && answer.error === "phase-left";
      if (!answer.ok && !isDone) toast({ icon: "warning", tone: "bad", text: answer.message });
    },
  };
}
