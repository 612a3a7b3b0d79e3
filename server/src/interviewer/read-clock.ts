import type { Database } from "@proofroom/database/schema";
import type { RoomId } from "@proofroom/domain/id";
import { advanceClock, type InterviewClock, newClock } from "@proofroom/domain/interview/clock";
import type { InterviewerPolicy } from "@proofroom/domain/room/room";
import type { Kysely } from "kysely";
import { readRoomEvents } from "../rooms/room-events.ts";

/** Where the interview of a room stands: nothing of it is kept but the events, so it survives whatever dies. */
export async function readClock(
  db: Kysely<Database>,
  { id, interviewer }: { id: RoomId; interviewer: InterviewerPolicy },
): Promise<InterviewClock> {
  const only = ["phase", "policy", "mute", "state"] as const;
  const events = await readRoomEvents(db, { stream: "room_event", roomId: id, after: 0, only });
  return events.reduce(advanceClock, newClock(interviewer));
}
