import type { RoomId } from "@proofroom/domain/id";
import type { InvitedRole } from "@proofroom/domain/room/room";
import { createSignal } from "solid-js";
import { createRoom } from "../../data/api.ts";
import { useToast } from "../../ui/toast.tsx";

/** A room just made, with the links that are shown this once. */
export interface Created {
  id: RoomId;
  invites: Partial<Record<InvitedRole, string>>;
}

export function createRoomFlow(onCreated: (created: Created) => void) {
  const toast = useToast();
  const [isCreating, setCreating] = createSignal(false);
  const create = async (problem: string) => {
    if (isCreating()) return;
    setCreating(true);
    const answer = await createRoom(problem);
    setCreating(false);
    if (answer.ok) onCreated({ id: answer.value.room.id, invites: answer.value.invites });
    else {
      const action = { label: "Retry", run: () => void create(problem) };
      toast({ icon: "warning", tone: "bad", text: `The room was not opened. ${answer.message}`, action });
    }
  };
  return { isCreating, create };
}
