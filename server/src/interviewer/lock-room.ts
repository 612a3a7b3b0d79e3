import type { Database } from "@proofroom/database/schema";
import type { RoomId } from "@proofroom/domain/id";
import type { Action } from "@proofroom/domain/room/permissions";
import type { Person } from "@proofroom/domain/room/person";
import type { InterviewerPolicy, RoomMode } from "@proofroom/domain/room/room";
import type { Kysely } from "kysely";
import { mayStill } from "../rooms/member.ts";

/** What became of a move in the interview; an illegal one is told why, as a sentence that says what to do. */
export type Moved =
  | { outcome: "moved" }
  | { outcome: "illegal"; message: string }
  /** Somebody else was quicker. */
  | { outcome: "too-late"; message: string }
  | { outcome: "not-found" };

export interface LockedRoom {
  id: RoomId;
  problem: string;
  mode: RoomMode;
  interviewer: InterviewerPolicy;
  /** Of the room's stream: no other event will be told between this and the transaction's own. */
  lastSeq: number;
}

/**
 * Takes the room's lock until the transaction ends; null where `by` may not do `action` any more. The room itself (`by` null)
 * may as long as it is under way.
 */
export async function lockRoom(
  trx: Kysely<Database>,
  { roomId, action, by }: { roomId: RoomId; action: Action; by: Person | null },
): Promise<LockedRoom | null> {
  if (by !== null && !(await mayStill(trx, action, { roomId, personId: by.id }))) return null;
  const room = await trx
    .selectFrom("room")
    .select(["problem", "mode", "interviewer", "state", "last_seq"])
    .where("id", "=", roomId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (room === undefined || room.state === "ended") return null;
  const { problem, mode, interviewer, last_seq } = room;
  return { id: roomId, problem, mode, interviewer, lastSeq: Number(last_seq) };
}
