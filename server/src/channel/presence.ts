import type { PersonId, RoomId } from "@proofroom/domain/id";
import type { LiveFact } from "@proofroom/domain/room/channel";

/** Who has a room open, and in how many tabs; kept in memory, for it is true of this moment only. */
export function createPresence() {
  const rooms = new Map<RoomId, Map<PersonId, number>>();
  return {
    /** Answers how to take this tab out again; doing that twice changes nothing. */
    enter(roomId: RoomId, person: PersonId): () => void {
      const tabs = rooms.get(roomId) ?? new Map<PersonId, number>();
      rooms.set(roomId, tabs);
      tabs.set(person, (tabs.get(person) ?? 0) + 1);
      let isIn = true;
      return () => {
        if (!isIn) return;
        isIn = false;
        const left = (tabs.get(person) ?? 1) - 1;
        if (left > 0) tabs.set(person, left);
        else tabs.delete(person);
        if (tabs.size === 0) rooms.delete(roomId);
      };
    },
    of(roomId: RoomId): LiveFact {
      const people = [...(rooms.get(roomId) ?? [])].map(([id, tabs]) => ({ id, tabs }));
      return { type: "presence", people };
    },
  };
}
