import { appendEvents } from "@proofroom/database/append-event";
import type { Database } from "@proofroom/database/schema";
import { RoomId } from "@proofroom/domain/id";
import { illegalMove } from "@proofroom/domain/interview/clock";
import { type Kysely, sql } from "kysely";
import { lockRoom } from "./lock-room.ts";
import { noticeOf } from "./post-speech.ts";
import { readClock } from "./read-clock.ts";

const notice = "Nobody has been here for a minute, so I paused the clock. Press Continue to go on, or end the session.";

/** Stops the clock of a practice room that everybody has left, and says so to whoever comes back. */
export function pauseLeftRoom(db: Kysely<Database>, roomId: RoomId): Promise<"paused" | "not-running"> {
  return db.transaction().execute(async (trx) => {
    const room = await lockRoom(trx, { roomId, action: "interview.clock", by: null });
    if (room === null || room.mode !== "practice") return "not-running";
    const clock = await readClock(trx, room);
    if (clock.phase === null || illegalMove(clock, { action: "pause" }) !== null) return "not-running";
    const payload = { action: "pause", phase: clock.phase.id, by: null };
    const pause = { eventId: `phase/${room.lastSeq}`, type: "phase", payload };
    const said = room.interviewer === "off" ? [] : [noticeOf(`left-${room.lastSeq}`, notice)];
    await appendEvents(trx, { table: "room_event", owner: roomId, events: [pause, ...said] });
    return "paused";
  });
}

/** Practice rooms whose clock runs; whether anybody is there only the processes know. */
export async function runningPractices(db: Kysely<Database>): Promise<RoomId[]> {
  const { rows } = await sql<{ id: string }>`
    select room.id from room
    cross join lateral (
      select payload->>'action' as action from room_event
      where room_id = room.id and type = 'phase' and payload->>'action' <> 'extend' order by seq desc limit 1) last
    where room.mode = 'practice' and room.state in ('live', 'locked') and last.action <> 'pause'`.execute(db);
  return rows.map(({ id }) => RoomId.parse(id));
}
