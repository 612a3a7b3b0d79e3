import { appendEvents } from "@proofroom/database/append-event";
import type { Database } from "@proofroom/database/schema";
import { PersonId, type RoomId } from "@proofroom/domain/id";
import type { HeldDecision } from "@proofroom/domain/room/channel";
import type { Person } from "@proofroom/domain/room/person";
import type { Kysely } from "kysely";
import { findMember, mayStill } from "../rooms/member.ts";
import type { RoomStream } from "../rooms/room-events.ts";

export type Decided =
  /** `seq` of a released message in its stream. */
  | { outcome: "decided"; decision: HeldDecision; seq: number | null }
  /** By somebody else, and otherwise. */
  | { outcome: "decided-already"; decision: HeldDecision }
  | { outcome: "own" | "author-gone" | "not-found" };

/**
 * Lets a held message be said by its author, or keeps it from being said; staff and its author are told. The same decision
 * again answers the same. Nobody decides about what they wrote themselves.
 */
export async function decideHeld(
  db: Kysely<Database>,
  { roomId, id, decision, by, now }: { roomId: RoomId; id: string; decision: HeldDecision; by: Person; now: Date },
): Promise<Decided> {
  return db.transaction().execute(async (trx): Promise<Decided> => {
    if (!(await mayStill(trx, "held.decide", { roomId, personId: by.id }))) return { outcome: "not-found" };
    const row = await trx
      .selectFrom("held_message")
      .selectAll()
      .where("room_id", "=", roomId)
      .where("id", "=", id)
      .executeTakeFirst();
    if (row === undefined) return { outcome: "not-found" };
    if (row.person_id === by.id) return { outcome: "own" };
    const stream: RoomStream = row.channel === "staff" ? "staff_event" : "room_event";
    if (row.decision !== null) {
      if (row.decision !== decision) return { outcome: "decided-already", decision: row.decision };
      return { outcome: "decided", decision, seq: await seqOf(trx, stream, roomId, row.message_id) };
    }
    const author = await findMember(trx, roomId, PersonId.parse(row.person_id));
    if (decision === "released") {
      if (author === null) return { outcome: "author-gone" };
      const answers = row.answers === null ? {} : { to: row.answers };
      const payload = { id: row.message_id, person: author.person, text: row.text, ...answers };
      const event = { eventId: `message/${row.message_id}`, type: "message", payload };
      await appendEvents(trx, { table: stream, owner: roomId, events: [event] });
    }
    await trx
      .updateTable("held_message")
      .set({ decision, decided_by: by.id, decided_at: now })
      .where("id", "=", id)
      .execute();
    const payload = { id, message: row.message_id, person: row.person_id, decision, by };
    const told = { eventId: `held-decided/${id}`, type: "held-decided", payload };
    await appendEvents(trx, { table: "staff_event", owner: roomId, events: [told] });
    return { outcome: "decided", decision, seq: await seqOf(trx, stream, roomId, row.message_id) };
  });
}

async function seqOf(
  trx: Kysely<Database>,
  stream: RoomStream,
  roomId: RoomId,
  message: string,
): Promise<number | null> {
  const row = await trx
    .selectFrom(stream)
    .select("seq")
    .where("room_id", "=", roomId)
    .where("event_id", "=", `message/${message}`)
    .executeTakeFirst();
  return row === undefined ? null : Number(row.seq);
}
