import { appendEvents } from "@proofroom/database/append-event";
import type { Database } from "@proofroom/database/schema";
import { moderate, type Moderation } from "@proofroom/domain/chat/moderation";
import type { PersonId, RoomId } from "@proofroom/domain/id";
import type { ChatAnswer, ChatRequest } from "@proofroom/domain/room/channel";
import type { Person } from "@proofroom/domain/room/person";
import type { Kysely } from "kysely";
import { notFound, refusal } from "../http/refusal.ts";
import { mayStill } from "../rooms/member.ts";
import type { RoomStream } from "../rooms/room-events.ts";
import type { Pace } from "../pace.ts";
import { answerOfHeld, holdMessage, idTaken } from "./held-messages.ts";

export interface Chat {
  /**
   * Keeps what may be kept of a message, once: the same `id` again answers the `seq` it has, or that it waits for staff, so a
   * sender may try until it hears back.
   */
  post: (roomId: RoomId, person: Person, request: ChatRequest) => Promise<ChatAnswer>;
}

/** The row of the permission table that a message consults. */
export const chatAction = (channel: ChatRequest["channel"]) =>
  channel === "staff" ? "staff-chat.write" : "chat.write";

export interface ChatOptions {
  db: Kysely<Database>;
  pace: Pace;
  /** Told, after the commit, of each message that the whole room may read now; once. */
  onKept?: (message: { roomId: RoomId; id: string; person: Person; text: string }) => void;
}

/** Keeps messages: no faster than the pace, none that the rules refuse, and none from somebody who may not write any more. */
export const createChat = ({ db, pace, onKept }: ChatOptions): Chat => ({
  async post(roomId, person, request) {
    const { id, channel, to } = request;
    const judged = moderate(request.text);
    const table: RoomStream = channel === "staff" ? "staff_event" : "room_event";
    const eventId = `message/${id}`;
    const known = async (at: Kysely<Database>): Promise<ChatAnswer | null> =>
      answered(await find(at, table, roomId, eventId), person.id, judged) ??
      (await answerOfHeld(at, { roomId, personId: person.id, message: id }));
    const wait = pace.take(person.id);
    if (wait > 0) {
      const seconds = Math.ceil(wait / 1_000);
      return (await known(db)) ?? refusal("too-fast", `That was fast. Send it again in ${seconds} s.`);
    }
    let kept: string | null = null;
    const answer = await db.transaction().execute(async (trx): Promise<ChatAnswer> => {
      if (!(await mayStill(trx, chatAction(channel), { roomId, personId: person.id }))) return notFound;
      const before = await known(trx);
      if (before !== null) return before;
      if (judged.outcome === "block") return refusal(judged.reason, judged.message);
      const { text } = judged;
      if (judged.outcome === "hold") return holdMessage(trx, { roomId, person, request, text, reason: judged.reason });
      const payload = { id, person, text, ...(to === undefined ? {} : { to }) };
      await appendEvents(trx, { table, owner: roomId, events: [{ eventId, type: "message", payload }] });
      const stored = answered(await find(trx, table, roomId, eventId), person.id, judged);
      if (stored === null) throw new Error(`message ${id} is not there after it was kept`);
      if (channel === undefined) kept = text;
      return stored;
    });
    if (kept !== null) onKept?.({ roomId, id, person, text: kept });
    return answer;
  },
});

interface Stored {
  seq: number;
  author: unknown;
}

async function find(db: Kysely<Database>, table: RoomStream, roomId: RoomId, eventId: string): Promise<Stored | null> {
  const row = await db
    .selectFrom(table)
    .select(["seq", "payload"])
    .where("room_id", "=", roomId)
    .where("event_id", "=", eventId)
    .executeTakeFirst();
  return row === undefined ? null : { seq: Number(row.seq), author: row.payload["person"] };
}

/** Another's id is refused: to answer it with their `seq` would lose this message without a word. */
function answered(stored: Stored | null, author: PersonId, judged: Moderation): ChatAnswer | null {
  if (stored === null) return null;
  const { author: by } = stored;
  const isTheirs = typeof by === "object" && by !== null && "id" in by && by.id === author;
  if (!isTheirs) return idTaken;
  return { seq: stored.seq, ...("note" in judged && judged.note !== undefined ? { note: judged.note } : {}) };
}
