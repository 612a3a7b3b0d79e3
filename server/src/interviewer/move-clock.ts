import { appendEvents } from "@proofroom/database/append-event";
import type { Database } from "@proofroom/database/schema";
import type { RoomId } from "@proofroom/domain/id";
import { type ClockMove, illegalMove, type InterviewClock, tooLate } from "@proofroom/domain/interview/clock";
import { phaseAfter, type PhaseId } from "@proofroom/domain/interview/phase";
import type { Person } from "@proofroom/domain/room/person";
import type { Kysely } from "kysely";
import { lockRoom, type Moved } from "./lock-room.ts";
import { readClock } from "./read-clock.ts";

/**
 * Moves the interview's clock, one after the other under the room's lock: of two who press at once one moves it and the
 * other is told why not. `by` is null where the room moves it by itself.
 */
export function moveClock(
  db: Kysely<Database>,
  { roomId, move, by }: { roomId: RoomId; move: ClockMove; by: Person | null },
): Promise<Moved> {
  return db.transaction().execute(async (trx): Promise<Moved> => {
    const room = await lockRoom(trx, { roomId, action: "interview.clock", by });
    if (room === null) return { outcome: "not-found" };
    const clock = await readClock(trx, room);
    const late = tooLate(clock, move);
    if (late !== null) return { outcome: "too-late", message: late };
    const message = illegalMove(clock, move);
    if (message !== null) return { outcome: "illegal", message };
    const minutes = "minutes" in move ? { minutes: move.minutes } : {};
    const payload = { action: move.action, phase: phaseOf(clock, move), ...minutes, by };
    const event = { eventId: `phase/${room.lastSeq}`, type: "phase", payload };
    await appendEvents(trx, { table: "room_event", owner: roomId, events: [event] });
    return { outcome: "moved" };
  });
}

/** The phase in which the clock is after a legal move. */
function phaseOf({ phase }: InterviewClock, { action }: ClockMove): PhaseId {
  const now = phase?.id ?? "clarify";
  return action === "next" ? (phaseAfter(now) ?? now) : now;
}
