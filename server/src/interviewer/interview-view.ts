import type { Database } from "@proofroom/database/schema";
import type { RoomId } from "@proofroom/domain/id";
import type { HintLevel, VoiceName } from "@proofroom/domain/interview/speech";
import type { InterviewView } from "@proofroom/domain/interview/view";
import type { InterviewerPolicy } from "@proofroom/domain/room/room";
import type { Kysely } from "kysely";
import type { Payer } from "./voice.ts";
import { readClock } from "./read-clock.ts";

/** Which voice would speak now, and why it is not Claude's at its best, as a sentence. */
export interface VoiceNow {
  voice: VoiceName;
  voiceReason?: string;
}

export interface ViewDependencies {
  db: Kysely<Database>;
  now: () => number;
  voiceNow: (payer: Payer) => Promise<VoiceNow>;
  hintsOf: (roomId: RoomId, policy: InterviewerPolicy) => Promise<InterviewView["hints"]>;
}

/** Where the interview of a room stands, as its members see it. */
export async function viewInterview(
  { db, now, voiceNow, hintsOf }: ViewDependencies,
  roomId: RoomId,
  sees: { staff: boolean },
): Promise<InterviewView> {
  const room = await db
    .selectFrom("room")
    .select(["interviewer", "owner_id", "state"])
    .where("id", "=", roomId)
    .executeTakeFirstOrThrow();
  const { minutes, phases, phase, muted } = await readClock(db, { id: roomId, interviewer: room.interviewer });
  const isOff = room.interviewer === "off";
  const voice = isOff ? ({ voice: "none" } as const) : await voiceNow({ roomId, personId: room.owner_id });
  // What an advisor hints at is for staff alone.
  const isKept = room.interviewer === "advisor" && !sees.staff;
  const hints =
    isOff || isKept || phase === null || room.state === "ended" ? noHints : await hintsOf(roomId, room.interviewer);
  const serverTime = new Date(now()).toISOString();
  return { policy: room.interviewer, ...voice, muted, minutes, phases, phase, hints, serverTime };
}

/** The same hint is one event, however often it is asked for. */
export const hintEventId = (item: string, level: HintLevel): string => `hint/${item}/${level}`;

export const noHints: InterviewView["hints"] = { item: null, taken: [], of: 3, next: null };
