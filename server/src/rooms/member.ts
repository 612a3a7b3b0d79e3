import type { Database } from "@proofroom/database/schema";
import { PersonId, RoomId } from "@proofroom/domain/id";
import { type Action, may } from "@proofroom/domain/room/permissions";
import type { Person } from "@proofroom/domain/room/person";
import type { InterviewerPolicy, Role, RoomMode, RoomState } from "@proofroom/domain/room/room";
import type { Kysely } from "kysely";

interface CurrentRoom {
  id: RoomId;
  problem: string;
  mode: RoomMode;
  interviewer: InterviewerPolicy;
  state: RoomState;
}

export interface CurrentMember {
  room: CurrentRoom;
  /** Under the name that the person has in this room. */
  person: Person;
  role: Role;
  hue: number;
}

/** The membership of a person who is in the room now; null for everybody else and for ids that are none. */
export async function findMember(
  db: Kysely<Database>,
  roomId: string,
  personId: PersonId,
): Promise<CurrentMember | null> {
  const id = RoomId.safeParse(roomId);
  if (!id.success) return null;
  const row = await db
    .selectFrom("member")
    .innerJoin("room", "room.id", "member.room_id")
    .select(["room.id", "room.problem", "room.mode", "room.interviewer", "room.state"])
    .select(["member.name", "member.role", "member.hue"])
    .where("member.room_id", "=", id.data)
    .where("member.person_id", "=", personId)
    .where("member.removed_at", "is", null)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { problem, mode, interviewer, state, name, role, hue } = row;
  return {
    room: { id: RoomId.parse(row.id), problem, mode, interviewer, state },
    person: { id: personId, name },
    role,
    hue,
  };
}

/**
 * Whether a person may do `action` now and until the transaction ends. It takes the room's lock, so that nothing is written
 * after the room's end or its author's which was only on its way when they were asked at the door.
 */
export async function mayStill(
  trx: Kysely<Database>,
  action: Action,
  { roomId, personId }: { roomId: RoomId; personId: PersonId },
): Promise<boolean> {
  await trx.selectFrom("room").select("id").where("id", "=", roomId).forNoKeyUpdate().execute();
  const member = await findMember(trx, roomId, personId);
  return member !== null && may(action, member.role, member.room);
}
