import { appendEvents } from "@proofroom/database/append-event";
import type { Database } from "@proofroom/database/schema";
import { PersonId, RoomId } from "@proofroom/domain/id";
import { distinctName } from "@proofroom/domain/room/name";
import type { Person } from "@proofroom/domain/room/person";
import type { Role, RoomState } from "@proofroom/domain/room/room";
import type { Kysely, Selectable } from "kysely";
import { findMember } from "./member.ts";
import { tokenHash } from "./invite-token.ts";

export type Accepted =
  | { outcome: "joined" | "already-member"; roomId: RoomId; role: Role }
  | { outcome: "unknown" }
  | { outcome: "gone"; why: "used" | "revoked" | "expired" | "ended" }
  | { outcome: "who-are-you" };

export interface Acceptance {
  token: string;
  now: Date;
  /** Who holds the link, where they are signed in already. */
  person: Person | null;
  /** Signs a guest in; asked only once the link is known to let somebody in. Null: no name was told. */
  introduce: (trx: Kysely<Database>) => Promise<Person | null>;
}

/** Uses a link up and makes its holder a member, once; a member loses and uses up nothing. */
export function acceptInvite(db: Kysely<Database>, { token, now, person, introduce }: Acceptance): Promise<Accepted> {
  return db.transaction().execute(async (trx): Promise<Accepted> => {
    const hash = tokenHash(token);
    const known = await trx.selectFrom("invite").select("room_id").where("token_hash", "=", hash).executeTakeFirst();
    if (known === undefined) return { outcome: "unknown" };
    // The room's lock first, as everywhere: two people with one link, or two of one name, come one after the other.
    const room = await trx
      .selectFrom("room")
      .select(["id", "state"])
      .where("id", "=", known.room_id)
      .forNoKeyUpdate()
      .executeTakeFirstOrThrow();
    const roomId = RoomId.parse(room.id);
    const held = person === null ? null : await findMember(trx, roomId, person.id);
    if (held !== null) return { outcome: "already-member", roomId, role: held.role };

    const invite = await trx.selectFrom("invite").selectAll().where("token_hash", "=", hash).executeTakeFirstOrThrow();
    const why = closed(invite, room.state, now);
    if (why !== null) return { outcome: "gone", why };

    const guest = person ?? (await introduce(trx));
    if (guest === null) return { outcome: "who-are-you" };
    await trx.updateTable("invite").set({ used_by: guest.id, used_at: now }).where("id", "=", invite.id).execute();
    await join(trx, { roomId, inviteId: invite.id, role: invite.role, person: guest });
    return { outcome: "joined", roomId, role: invite.role };
  });
}

const closed = (
  invite: Selectable<Database["invite"]>,
  state: RoomState,
  now: Date,
): "used" | "revoked" | "expired" | "ended" | null => {
  if (invite.revoked_at !== null) return "revoked";
  if (invite.used_at !== null) return "used";
  if (invite.expires_at <= now) return "expired";
  return state === "ended" ? "ended" : null;
};

async function join(
  trx: Kysely<Database>,
  { roomId, inviteId, role, person }: { roomId: RoomId; inviteId: string; role: Role; person: Person },
): Promise<void> {
  const others = await trx
    .selectFrom("member")
    .select(["person_id", "name", "hue"])
    .where("room_id", "=", roomId)
    .execute();
  const former = others.find((other) => other.person_id === person.id);
  const taken = others.filter((other) => other !== former).map((other) => other.name);
  const name = distinctName(person.name, taken);
  const hue = former?.hue ?? (others.length % 8) + 1;
  await trx
    .insertInto("member")
    .values({ room_id: roomId, person_id: person.id, role, name, hue })
    .onConflict((conflict) => conflict.columns(["room_id", "person_id"]).doUpdateSet({ role, name, removed_at: null }))
    .execute();
  const member = { id: person.id, name, role, hue };
  const joined = { eventId: `joined/${person.id}/${inviteId}`, type: "joined", payload: { member } };
  await appendEvents(trx, { table: "room_event", owner: roomId, events: [joined] });
}

/** A person who has no account: a name is all there is. */
export async function newGuest(db: Kysely<Database>, name: string): Promise<Person> {
  const id = PersonId.parse(crypto.randomUUID());
  await db.insertInto("person").values({ id, name }).execute();
  return { id, name };
}
