import { appendEvents } from "@proofroom/database/append-event";
import type { Database } from "@proofroom/database/schema";
import type { RoomId } from "@proofroom/domain/id";
import type { Person } from "@proofroom/domain/room/person";
import type { InterviewerPolicy } from "@proofroom/domain/room/room";
import type { Kysely } from "kysely";
import { lockRoom, type Moved } from "./lock-room.ts";
import { impossiblePolicy } from "./policies.ts";

/** Says how much the interviewer takes part from now on, and tells the room. The policy that holds already is no change. */
export function setPolicy(
  { db, hasPack }: { db: Kysely<Database>; hasPack: (problem: string) => boolean },
  { roomId, policy, by }: { roomId: RoomId; policy: InterviewerPolicy; by: Person },
): Promise<Moved> {
  return db.transaction().execute(async (trx): Promise<Moved> => {
    const room = await lockRoom(trx, { roomId, action: "interview.policy", by });
    if (room === null) return { outcome: "not-found" };
    const message = impossiblePolicy(policy, room.mode, hasPack(room.problem));
    if (message !== null) return { outcome: "illegal", message };
    if (room.interviewer === policy) return { outcome: "moved" };
    await trx.updateTable("room").set({ interviewer: policy }).where("id", "=", roomId).execute();
    const event = {
      eventId: `policy/${room.lastSeq}`,
      type: "policy",
      payload: { policy, from: room.interviewer, by },
    };
    await appendEvents(trx, { table: "room_event", owner: roomId, events: [event] });
    return { outcome: "moved" };
  });
}
