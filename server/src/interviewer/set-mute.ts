import { appendEvents } from "@proofroom/database/append-event";
import type { Database } from "@proofroom/database/schema";
import type { RoomId } from "@proofroom/domain/id";
import type { Person } from "@proofroom/domain/room/person";
import type { Kysely } from "kysely";
import { lockRoom, type Moved } from "./lock-room.ts";
import { readClock } from "./read-clock.ts";

/** Bids the interviewer be silent, or speak again, and tells the room. */
export function setMute(
  db: Kysely<Database>,
  { roomId, muted, by }: { roomId: RoomId; muted: boolean; by: Person },
): Promise<Moved> {
  return db.transaction().execute(async (trx): Promise<Moved> => {
    const room = await lockRoom(trx, { roomId, action: "interview.mute", by });
    if (room === null) return { outcome: "not-found" };
    const clock = await readClock(trx, room);
    if (clock.muted === muted) return { outcome: "illegal", message: muted ? mutedAlready : speaksAlready };
    const event = { eventId: `mute/${room.lastSeq}`, type: "mute", payload: { muted, by } };
    await appendEvents(trx, { table: "room_event", owner: roomId, events: [event] });
    return { outcome: "moved" };
  });
}

const mutedAlready = "The interviewer is muted already. Unmute it to hear it again.";
const speaksAlready = "The interviewer is not muted. Mute it if it should be silent.";
