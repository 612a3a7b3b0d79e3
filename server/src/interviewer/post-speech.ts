import { appendEvents } from "@proofroom/database/append-event";
import type { Database } from "@proofroom/database/schema";
import type { RoomId } from "@proofroom/domain/id";
import type { Say } from "@proofroom/domain/interview/decision";
import type { Note } from "@proofroom/domain/interview/note";
import type { PhaseId } from "@proofroom/domain/interview/phase";
import type { AnchoredPlace } from "@proofroom/domain/interview/place";
import type { RoomFact } from "@proofroom/domain/room/channel";
import type { Kysely } from "kysely";
import type { RoomStream } from "../rooms/room-events.ts";
import { readClock } from "./read-clock.ts";
import type { Spoken } from "./voice.ts";

export interface Utterance {
  roomId: RoomId;
  stream: RoomStream;
  /** Of the message. */
  id: string;
  /** How many the room has heard from the interviewer before, in both streams. */
  ordinal: number;
  say: Say;
  /** In which it was decided. */
  phase: PhaseId | null;
  spoken: Spoken;
  about: AnchoredPlace | null;
}

const mostChars = 4_000;

/**
 * Keeps what was said, with what lies behind it, in one commit. The `n`th utterance of a room can be kept once only, so a
 * process that has lost the right to speak and does not know it yet repeats nothing and contradicts nobody. Refused where
 * the room has ended or its policy does not let this be said in this stream any more, unless people have read the beginning
 * before it was broken off; over where it was about a phase that is.
 */
export function postSpeech(db: Kysely<Database>, utterance: Utterance): Promise<"kept" | "refused" | "over"> {
  const { roomId, stream, id, ordinal, say, spoken } = utterance;
  return db.transaction().execute(async (trx) => {
    const room = await trx
      .selectFrom("room")
      .select(["state", "interviewer"])
      .where("id", "=", roomId)
      .forNoKeyUpdate()
      .executeTakeFirst();
    const isOpen = room !== undefined && (room.state === "live" || room.state === "locked");
    if (!isOpen) return "refused";
    const maySay = room.interviewer !== "off" && streamOf(room.interviewer) === stream;
    if (!maySay && spoken.ended === undefined) return "refused";
    const { interviewer } = room;
    if (isOfItsPhase(say) && (await readClock(trx, { id: roomId, interviewer })).phase?.id !== utterance.phase)
      return "over";
    const eventId = `interviewer/${ordinal}`;
    const { type, ...payload } = factOf(utterance);
    const known = await trx
      .selectFrom(stream)
      .select("seq")
      .where("room_id", "=", roomId)
      .where("event_id", "=", eventId)
      .executeTakeFirst();
    if (known !== undefined) return "refused";
    const { notice } = spoken;
    const told = notice === undefined ? [] : [noticeOf(`${id}-n`, notice)];
    await appendEvents(trx, { table: stream, owner: roomId, events: [{ eventId, type, payload }, ...told] });
    const asked: Note = {
      type: "asked",
      message: id,
      item: say.question?.item ?? null,
      source: say.question?.source ?? null,
      topic: say.topic,
      probe: say.probe,
    };
    const { type: kind, ...behind } = asked;
    const noted = { eventId: `${kind}/${id}/0`, type: kind, payload: behind };
    await appendEvents(trx, { table: "interview_note", owner: roomId, events: [noted] });
    return "kept";
  });
}

/** What is said of a phase while it lasts: its goal, that its time is nearly over, that it is. */
const isOfItsPhase = ({ kind, topic }: Say): boolean =>
  kind === "goal" || kind === "proposal" || (topic?.startsWith("warning-") ?? false);

/** Which stream carries what the interviewer says. */
export const streamOf = (policy: string): RoomStream => (policy === "advisor" ? "staff_event" : "room_event");

function factOf({ id, say, spoken, about }: Utterance): RoomFact {
  const { kind, question, proposes, to } = say;
  const text = spoken.text.trim().slice(0, mostChars);
  // What was broken off before it came to its question asks nothing.
  const asks = question !== null && (spoken.ended === undefined || text.includes("?"));
  return {
    type: "message",
    id,
    person: null,
    text,
    voice: spoken.voice,
    kind,
    ...(asks ? { question } : {}),
    ...(about === null ? {} : { about }),
    ...(proposes === null ? {} : { proposes }),
    ...(to === null ? {} : { to }),
    ...(spoken.ended === undefined ? {} : { ended: spoken.ended }),
  };
}

/** A line of the room's own about the interviewer: why it speaks otherwise, or that the clock was paused. */
export function noticeOf(id: string, text: string) {
  const payload = { id, person: null, text, voice: "rules", kind: "notice" };
  return { eventId: `notice/${id}`, type: "message", payload };
}
