import { randomUUID } from "node:crypto";
import { appendEvents } from "@proofroom/database/append-event";
import type { Database } from "@proofroom/database/schema";
import type { PersonId, RoomId } from "@proofroom/domain/id";
import type { ChatRequest, HeldReason } from "@proofroom/domain/room/channel";
import type { Person } from "@proofroom/domain/room/person";
import type { Kysely } from "kysely";
import { type Refusal, refusal } from "../http/refusal.ts";

export const idTaken = refusal("id-taken", "Another message has this id. Send it again under a new one.");

const held = refusal(
  "held",
  "This reads as an insult or a threat, so it waits: the owner or an interviewer of the room decides whether it is shown. It is not lost; you can also give it up and write it differently.",
);
const refused = refusal(
  "refused",
  "The owner or an interviewer of the room decided not to show this message. Write it differently.",
);
const abuse = refusal(
  "abuse",
  "This reads as an insult or a threat, and nobody is here who could decide otherwise, so it was not kept. Write it differently.",
);

/** What is said to whoever sends a message again that was held; null where none was. */
export async function answerOfHeld(
  trx: Kysely<Database>,
  { roomId, personId, message }: { roomId: RoomId; personId: PersonId; message: string },
): Promise<Refusal | null> {
  const row = await trx
    .selectFrom("held_message")
    .select(["person_id", "decision"])
    .where("room_id", "=", roomId)
    .where("message_id", "=", message)
    .executeTakeFirst();
  if (row === undefined) return null;
  if (row.person_id !== personId) return idTaken;
  return row.decision === "refused" ? refused : held;
}

/**
 * Keeps a message for staff to decide about, and tells them; where nobody but its author could, it is refused with the
 * reason. The transaction must hold the room's lock.
 */
export async function holdMessage(
  trx: Kysely<Database>,
  { roomId, person, request, text, reason }: NewHeld,
): Promise<Refusal> {
  if (!(await hasOtherStaff(trx, roomId, person.id))) return abuse;
  const id = randomUUID();
  const { id: message, channel, to } = request;
  await trx
    .insertInto("held_message")
    .values({
      id,
      room_id: roomId,
      person_id: person.id,
      message_id: message,
      channel: channel ?? "room",
      answers: to ?? null,
      text,
      reason,
    })
    .execute();
  const payload = { id, message, ...(channel === undefined ? {} : { channel }), person, reason, text };
  const event = { eventId: `held/${id}`, type: "held", payload };
  await appendEvents(trx, { table: "staff_event", owner: roomId, events: [event] });
  return held;
}

interface NewHeld {
  roomId: RoomId;
  person: Person;
  request: ChatRequest;
  /** What may be kept of it. */
  text: string;
  reason: HeldReason;
}

/** In practice the owner is the candidate, and nobody stands beside them. */
async function hasOtherStaff(trx: Kysely<Database>, roomId: RoomId, author: PersonId): Promise<boolean> {
  const other = await trx
    .selectFrom("member")
    .innerJoin("room", "room.id", "member.room_id")
    .select("member.person_id")
    .where("member.room_id", "=", roomId)
    .where("member.role", "in", ["owner", "interviewer"])
    .where("member.removed_at", "is", null)
    .where("member.person_id", "!=", author)
    .where("room.mode", "!=", "practice")
    .limit(1)
    .executeTakeFirst();
  return other !== undefined;
}
