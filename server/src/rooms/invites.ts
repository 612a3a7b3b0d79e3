import type { Database } from "@proofroom/database/schema";
import { InviteId, PersonId, type RoomId } from "@proofroom/domain/id";
import type { InvitedRole } from "@proofroom/domain/room/room";
import type { InviteView } from "@proofroom/domain/room/view";
import type { Kysely } from "kysely";
import { newInvite } from "./invite-token.ts";

export interface IssuedInvite {
  id: InviteId;
  role: InvitedRole;
  url: string;
}

/** Makes a link that lets one person in as `role`. Its URL is told now and can never be told again. */
export async function createInvite(
  db: Kysely<Database>,
  {
    roomId,
    role,
    by,
    publicUrl,
    now,
  }: { roomId: RoomId; role: InvitedRole; by: PersonId; publicUrl: string; now: Date },
): Promise<IssuedInvite> {
  const id = InviteId.parse(crypto.randomUUID());
  const { url, tokenHash, expiresAt } = newInvite(publicUrl, now);
  await db
    .insertInto("invite")
    .values({ id, room_id: roomId, token_hash: tokenHash, role, created_by: by, expires_at: expiresAt })
    .execute();
  return { id, role, url };
}

/** All links of a room, newest first. A holder is shown under the name that they have in the room. */
export async function listInvites(db: Kysely<Database>, roomId: RoomId, now: Date): Promise<InviteView[]> {
  const rows = await db
    .selectFrom("invite")
    .leftJoin("member", (join) =>
      join.onRef("member.room_id", "=", "invite.room_id").onRef("member.person_id", "=", "invite.used_by"),
    )
    .selectAll("invite")
    .select("member.name")
    .where("invite.room_id", "=", roomId)
    .orderBy("invite.created_at", "desc")
    .orderBy("invite.id")
    .execute();
  return rows.map((row) => ({
    id: InviteId.parse(row.id),
    role: row.role,
    status:
      row.revoked_at !== null ? "revoked" : row.used_at !== null ? "used" : row.expires_at <= now ? "expired" : "open",
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    usedBy: row.used_by === null ? null : { id: PersonId.parse(row.used_by), name: row.name ?? "" },
    usedAt: row.used_at?.toISOString() ?? null,
    revokedAt: row.revoked_at?.toISOString() ?? null,
  }));
}
