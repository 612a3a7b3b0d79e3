import { appendEvents } from "@proofroom/database/append-event";
import type { Database } from "@proofroom/database/schema";
import { type PersonId, RoomId } from "@proofroom/domain/id";
import type { Person } from "@proofroom/domain/room/person";
import type { InterviewerPolicy, InvitedRole, RoomMode } from "@proofroom/domain/room/room";
import type { Kysely } from "kysely";
import { createInvite } from "./invites.ts";

export interface NewRoom {
  problem: string;
  mode: RoomMode;
  policy: InterviewerPolicy;
  owner: Person;
  publicUrl: string;
  now: Date;
  /** Makes what else a room consists of, in the same commit. */
  furnish: (trx: Kysely<Database>, roomId: RoomId) => Promise<void>;
}

export type Links = { observer: string } & Partial<Record<InvitedRole, string>>;

/** Opens a live room with its owner in it and one link for each role; whoever practises is only watched. */
export function createRoom(
  db: Kysely<Database>,
  { problem, mode, policy, owner, publicUrl, now, furnish }: NewRoom,
): Promise<{ roomId: RoomId; invites: Links }> {
  const roomId = RoomId.parse(crypto.randomUUID());
  return db.transaction().execute(async (trx) => {
    await trx
      .insertInto("room")
      .values({ id: roomId, problem, mode, interviewer: policy, state: "live", owner_id: owner.id })
      .execute();
    await addOwner(trx, roomId, owner);
    await furnish(trx, roomId);
    const url = async (role: InvitedRole) =>
      (await createInvite(trx, { roomId, role, by: owner.id, publicUrl, now })).url;
    if (mode === "practice") return { roomId, invites: { observer: await url("observer") } };
    const invites = { candidate: await url("candidate"), interviewer: await url("interviewer") };
    return { roomId, invites: { ...invites, observer: await url("observer") } };
  });
}

async function addOwner(trx: Kysely<Database>, roomId: RoomId, owner: { id: PersonId; name: string }): Promise<void> {
  const hue = 1;
  await trx
    .insertInto("member")
    .values({ room_id: roomId, person_id: owner.id, role: "owner", name: owner.name, hue })
    .execute();
  const joined = {
    eventId: `joined/${owner.id}`,
    type: "joined",
    payload: { member: { ...owner, role: "owner", hue } },
  };
  await appendEvents(trx, { table: "room_event", owner: roomId, events: [joined] });
}
