import { advanceClock, type InterviewClock, newClock } from "@proofroom/domain/interview/clock";
import type { RoomEvent } from "@proofroom/domain/room/channel";
import type { InterviewerPolicy } from "@proofroom/domain/room/room";

/** The clock of an interview, from all that the room kept. */
export const foldClock = (events: readonly RoomEvent[], policy: InterviewerPolicy): InterviewClock =>
  events.reduce(advanceClock, newClock(policy));
