import { appendEvents } from "@proofroom/database/append-event";
import type { Database } from "@proofroom/database/schema";
import { InviteId, PersonId, type RoomId } from "@proofroom/domain/id";
import type { Kysely } from "kysely";

export type Revoked = { outcome: "revoked"; removed: PersonId | null } | { outcome: "not-found" };

/** Closes a link for good; whoever came in by it is out of the room with the same commit. Again changes nothing. */
export function revokeInvite(
  db: Kysely<Database>,
  { roomId, inviteId, now }: { roomId: RoomId; inviteId: string; now: Date },
): Promise<Revoked> {
  const id = InviteId.safeParse(inviteId);
  if (!id.success) return Promise.resolve({ outcome: "not-found" });
  return db.transaction().execute(async (trx): Promise<Revoked> => {
    await trx.selectFrom("room").select("id").where("id", "=", roomId).forNoKeyUpdate().executeTakeFirstOrThrow();
    const invite = await trx
      .selectFrom("invite")
      .selectAll()
      .where("id", "=", id.data)
      .where("room_id", "=", roomId)
      .executeTakeFirst();
    if (invite === undefined) return { outcome: "not-found" };
    if (invite.revoked_at !== null) return { outcome: "revoked", removed: null };
    await trx.updateTable("invite").set({ revoked_at: now }).where("id", "=", id.data).execute();
    const removed = invite.used_by === null ? null : await remove(trx, roomId, invite.used_by, now);
    if (removed === null) return { outcome: "revoked", removed };
    const event = { eventId: `removed/${invite.id}`, type: "removed", payload: { person: removed, role: invite.role } };
    await appendEvents(trx, { table: "room_event", owner: roomId, events: [event] });
    return { outcome: "revoked", removed };
  });
}

async function remove(trx: Kysely<Database>, roomId: RoomId, personId: string, now: Date): Promise<PersonId | null> {
  const gone = await trx
    .updateTable("member")
    .set({ removed_at: now })
    .where("room_id", "=", roomId)
    .where("person_id", "=", personId)
    .where("removed_at", "is", null)
    .returning("person_id")
    .executeTakeFirst();
  return gone === undefined ? null : PersonId.parse(gone.person_id);
}
