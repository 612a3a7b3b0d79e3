import { appendEvents } from "@proofroom/database/append-event";
import type { Database } from "@proofroom/database/schema";
import { DocumentName, DocumentVersion } from "@proofroom/domain/document/document";
import type { RoomId } from "@proofroom/domain/id";
import { type DirectorState, rephraseOf } from "@proofroom/domain/interview/director/director";
import type { Pack } from "@proofroom/domain/interview/item";
import { showsSomething } from "@proofroom/domain/interview/language/telling";
import type { Place } from "@proofroom/domain/interview/place";
import type { QuestionAnswer } from "@proofroom/domain/interview/speech";
import { RoomFact } from "@proofroom/domain/room/channel";
import type { Person } from "@proofroom/domain/room/person";
import type { Kysely } from "kysely";
import * as z from "zod/mini";
import type { RoomStream } from "../rooms/room-events.ts";
import { lockRoom } from "./lock-room.ts";
import { streamOf } from "./post-speech.ts";

const line = z.int().check(z.minimum(1));
/** What may be done with a question otherwise than by words. */
export const QuestionAnswered = z.discriminatedUnion("answer", [
  z.object({ answer: z.literal("later") }),
  z.object({ answer: z.literal("skip") }),
  z.object({ answer: z.literal("rephrase") }),
  z.object({ answer: z.literal("point"), document: DocumentName, version: DocumentVersion, line, endLine: line }),
]);
export type QuestionAnswered = z.infer<typeof QuestionAnswered>;

export type Answered =
  | { outcome: "answered" }
  | { outcome: "illegal"; message: string }
  | { outcome: "nowhere"; message: string }
  | { outcome: "not-found" };

export interface AnswerDependencies {
  db: Kysely<Database>;
  stateOf: (roomId: RoomId) => Promise<{ pack: Pack; state: DirectorState } | null>;
  placeOf: (roomId: RoomId, about: Omit<Place, "quote">) => Promise<Place | null>;
}

/** Keeps what somebody did with a question of the interviewer, as an event of the stream that carries the question. */
export async function answerQuestion(
  { db, stateOf, placeOf }: AnswerDependencies,
  {
    roomId,
    seq,
    wanted,
    by,
    isStaff,
  }: { roomId: RoomId; seq: number; wanted: QuestionAnswered; by: Person; isStaff: boolean },
): Promise<Answered> {
  if (wanted.answer === "point") {
    const place = await placeOf(roomId, wanted);
    if (place === null) return { outcome: "nowhere", message: nowhere };
    if (!showsSomething(place.quote)) return { outcome: "nowhere", message: nothingThere };
  }
  const known = wanted.answer === "rephrase" ? await stateOf(roomId) : null;
  return db.transaction().execute(async (trx): Promise<Answered> => {
    const room = await lockRoom(trx, { roomId, action: "interview.answer", by });
    if (room === null) return { outcome: "not-found" };
    if (room.interviewer === "off") return illegal(off);
    const stream = streamOf(room.interviewer);
    if (stream === "staff_event" && !isStaff) return { outcome: "not-found" };
    if (!(await isQuestion(trx, stream, roomId, seq))) return { outcome: "not-found" };
    const message = whyNot(await answersTo(trx, stream, roomId, seq), wanted.answer);
    if (message !== null) return illegal(message);
    if (wanted.answer === "rephrase" && (known === null || rephraseOf(known.pack, known.state, seq) === null))
      return illegal(noOtherWords);
    const last = stream === "staff_event" ? await lastStaffSeq(trx, roomId) : room.lastSeq;
    const event = { eventId: `answer/${last}`, type: "answer", payload: { question: seq, ...wanted, by } };
    await appendEvents(trx, { table: stream, owner: roomId, events: [event] });
    return { outcome: "answered" };
  });
}

const illegal = (message: string): Answered => ({ outcome: "illegal", message });

const off = "The interviewer is off in this room. Switch it on to answer its questions.";
const nowhere = "There are no such lines in that version of the document. Point at lines that stand there.";
const nothingThere =
  "Nothing that could be an answer stands on that line. Point at a table, an endpoint, a part of the diagram or a sentence.";
const noOtherWords = "I have no other words for this question. Put it off, skip it, or answer as you understand it.";

/** Once skipped it is closed; put off, it comes back once by itself. */
function whyNot(before: QuestionAnswer[], answer: QuestionAnswer): string | null {
  if (before.includes("skip"))
    return "This question was skipped already. Write in the chat if you want to come back to it.";
  if (answer === "later" && before.includes("later"))
    return "This question was put off already. Answer it, or skip it.";
  return null;
}

async function isQuestion(db: Kysely<Database>, stream: RoomStream, roomId: RoomId, seq: number): Promise<boolean> {
  const row = await db
    .selectFrom(stream)
    .select("payload")
    .where("room_id", "=", roomId)
    .where("seq", "=", String(seq))
    .where("type", "=", "message")
    .executeTakeFirst();
  const fact = row === undefined ? null : RoomFact.parse({ ...row.payload, type: "message" });
  return fact?.type === "message" && fact.person === null && fact.question !== undefined;
}

async function answersTo(
  db: Kysely<Database>,
  stream: RoomStream,
  roomId: RoomId,
  seq: number,
): Promise<QuestionAnswer[]> {
  const rows = await db
    .selectFrom(stream)
    .select("payload")
    .where("room_id", "=", roomId)
    .where("seq", ">", String(seq))
    .where("type", "=", "answer")
    .execute();
  return rows.flatMap(({ payload }) => {
    const fact = RoomFact.parse({ ...payload, type: "answer" });
    return fact.type === "answer" && fact.question === seq ? [fact.answer] : [];
  });
}

async function lastStaffSeq(db: Kysely<Database>, roomId: RoomId): Promise<number> {
  const row = await db.selectFrom("room").select("last_staff_seq").where("id", "=", roomId).executeTakeFirstOrThrow();
  return Number(row.last_staff_seq);
}
