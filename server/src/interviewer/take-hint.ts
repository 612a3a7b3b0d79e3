import { appendEvents } from "@proofroom/database/append-event";
import type { Database } from "@proofroom/database/schema";
import type { RoomId } from "@proofroom/domain/id";
import { type DirectorState, hintFor, under } from "@proofroom/domain/interview/director/director";
import type { Pack } from "@proofroom/domain/interview/item";
import type { HintLevel, ItemId } from "@proofroom/domain/interview/speech";
import type { Person } from "@proofroom/domain/room/person";
import type { Kysely } from "kysely";
import { hintEventId } from "./interview-view.ts";
import { lockRoom } from "./lock-room.ts";
import { streamOf } from "./post-speech.ts";

interface TakenHint {
  item: ItemId;
  level: HintLevel;
  text: string;
  cost: string;
  left: number;
}

export type HintTaken =
  | { outcome: "taken"; hint: TakenHint }
  | { outcome: "illegal"; message: string }
  | { outcome: "not-found" };

export interface Asker {
  roomId: RoomId;
  by: Person;
  mayTakePartial: boolean;
  isStaff: boolean;
}

/**
 * Gives the next hint and tells the room, under an advisor staff alone: of the open question's item, else of the phase's
 * foremost that has any left; `illegal` when none is left. Two who ask for the same one at once get it once, both with the same
 * words.
 */
export async function takeHint(
  db: Kysely<Database>,
  stateOf: (roomId: RoomId) => Promise<{ pack: Pack; state: DirectorState } | null>,
  { roomId, by, mayTakePartial, isStaff }: Asker,
): Promise<HintTaken> {
  const known = await stateOf(roomId);
  return db.transaction().execute(async (trx): Promise<HintTaken> => {
    const room = await lockRoom(trx, { roomId, action: "interview.hint", by });
    if (room === null) return { outcome: "not-found" };
    if (room.interviewer === "off" || known === null) return illegal(off);
    if (room.interviewer === "advisor" && !isStaff) return illegal(advised);
    if (known.state.clock.phase === null) return illegal(notStarted);
    const found = hintFor(known.pack, under(known.state, room.interviewer), { mayTakePartial });
    if (found.outcome === "none-left") return illegal(noneLeft);
    if (found.outcome === "staff-only") return illegal(staffOnly);
    const { outcome: _, ...hint } = found;
    const { item, level, text } = hint;
    const event = { eventId: hintEventId(item, level), type: "hint", payload: { item, level, text, by } };
    await appendEvents(trx, { table: streamOf(room.interviewer), owner: roomId, events: [event] });
    return { outcome: "taken", hint };
  });
}

const illegal = (message: string): HintTaken => ({ outcome: "illegal", message });

const off = "The interviewer is off in this room, so there are no hints.";
const advised = "The interviewer advises staff only in this room. Ask them for a hint.";
const notStarted = "There is nothing to hint at yet. Start the interview first.";
const noneLeft = "There is no hint left. Go on to the next phase, or answer with what you have.";
const staffOnly = "The partial hint is released by an interviewer. Ask them for it.";
