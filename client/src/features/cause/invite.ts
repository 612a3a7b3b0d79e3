import { useNavigate } from "@solidjs/router";
import { onCleanup } from "solid-js";
import { type Room, useRoom } from "../../data/room.tsx";
import { useToast } from "../../ui/toast.tsx";

/** Where a test of a run is followed to its cause. */
export const causePath = (room: Room["id"], run: string, test: string): string =>
  `/rooms/${room}/runs/${run}/tests/${encodeURIComponent(test)}`;

/** Says when somebody else follows a test to its cause, with the way there. */
export function hearInvitations(): void {
  const room = useRoom();
  const toast = useToast();
  const navigate = useNavigate();
  const stop = room.channel.onLive((fact) => {
    if (fact.type !== "looking") return;
    const path = causePath(room.id, fact.run, fact.test);
    const isThere = fact.person === room.me.id || location.pathname === path;
    const name = room.live().people.find(({ id }) => id === fact.person)?.name;
    if (isThere || name === undefined) return;
    toast({
      icon: "eye",
      text: `${name} follows “${fact.test}” to its cause.`,
      action: { label: "Look too", run: () => navigate(path) },
    });
  });
  onCleanup(stop);
}
