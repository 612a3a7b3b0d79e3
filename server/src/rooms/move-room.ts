import { appendEvents } from "@proofroom/database/append-event";
import type { Database } from "@proofroom/database/schema";
import type { RoomId } from "@proofroom/domain/id";
import type { Person } from "@proofroom/domain/room/person";
import type { RoomState } from "@proofroom/domain/room/room";
import { moved, type RoomMove } from "@proofroom/domain/room/transition";
import type { Kysely } from "kysely";

export type Moved = { outcome: "moved" | "illegal"; state: RoomState };

/** Takes a room to its next state and tells it so; `state` is the one that the room is in afterwards. */
export function moveRoom(
  db: Kysely<Database>,
  { roomId, move, by, now }: { roomId: RoomId; move: RoomMove; by: Person; now: Date },
): Promise<Moved> {
  return db.transaction().execute(async (trx): Promise<Moved> => {
    const room = await trx
      .selectFrom("room")
      .select(["state", "last_seq"])
      .where("id", "=", roomId)
      .forNoKeyUpdate()
      .executeTakeFirstOrThrow();
    const state = moved(room.state, move);
    if (state === null) return { outcome: "illegal", state: room.state };
    const ended = state === "ended" ? { ended_at: now } : {};
    await trx
      .updateTable("room")
      .set({ state, ...ended })
      .where("id", "=", roomId)
      .execute();
    const event = { eventId: `state/${room.last_seq}`, type: "state", payload: { state, by } };
    await appendEvents(trx, { table: "room_event", owner: roomId, events: [event] });
    return { outcome: "moved", state };
  });
}
