import type { RoomId } from "@proofroom/domain/id";
import type { InterviewMinutes } from "@proofroom/domain/interview/phase";
import { createSignal } from "solid-js";
import { createRoom } from "../../data/api.ts";
import { moveInterview } from "../../data/interview-api.ts";

/**
 * Opens a practice room and starts its clock. A room whose clock did not start is entered all the same: it offers Start
 * itself. Trying again after a failure makes no second room.
 */
export function createPractice(onOpen: (room: RoomId) => void) {
  const [isBusy, setBusy] = createSignal(false);
  const [failure, setFailure] = createSignal<string>();
  const start = async (problem: string, minutes: InterviewMinutes) => {
    if (isBusy()) return;
    setBusy(true);
    setFailure(undefined);
    const created = await createRoom(problem, "practice");
    if (created.ok) {
      const { id } = created.value.room;
      await moveInterview(id, { move: "start", minutes });
      onOpen(id);
    } else setFailure(created.message);
    setBusy(false);
  };
  return { isBusy, failure, start };
}
