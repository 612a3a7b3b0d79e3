import { randomBytes } from "node:crypto";
import type { Say } from "@proofroom/domain/interview/decision";
import type { HeardOf } from "@proofroom/domain/interview/hearing";
import type { RoomEvent } from "@proofroom/domain/room/channel";
import type { RoomStream } from "../rooms/room-events.ts";
import type { Memory } from "./memory.ts";
import type { Turn } from "./voice.ts";

/** All that a voice may know to word what was decided now. */
export function turnOf(memory: Memory, say: Say, stream: RoomStream): Turn {
  const { room, pack, state, reading } = memory;
  const heard = memory.events.filter((one) => stream === "staff_event" || one.stream === "room_event");
  const answered = heard.find((one) => one.stream === stream && one.event.seq === say.to)?.event;
  const asker = answered?.type === "message" ? answered.person : null;
  return {
    id: `i-${memory.spoken}-${randomBytes(4).toString("hex")}`,
    roomId: room.id,
    personId: asker?.id ?? room.ownerId,
    say,
    pack,
    state,
    reading,
    events: heard.map(({ event }) => event),
  };
}

/** Whether an event ends what is being said: somebody else speaks, or it may not be said any more. */
export function breaks(event: RoomEvent, isInItsStream: boolean, { kind, to }: Say): "interrupted" | "stopped" | null {
  if (event.type === "message" && event.person !== null && isInItsStream && event.seq > (to ?? 0)) return "interrupted";
  const isOver =
    event.type === "policy" ||
    (event.type === "mute" && event.muted) ||
    (event.type === "phase" && event.action === "pause") ||
    (event.type === "phase" && event.action === "next" && (kind === "goal" || kind === "proposal")) ||
    (event.type === "state" && event.state === "ended");
  return isOver ? "stopped" : null;
}

/** Silence would be taken for a fault by whoever asks before the clock runs. */
export const notBegun = "The interview has not begun. Once its clock is started, ask me again.";

/** Whoever asked does not see who stopped the answer, nor that it will not come. */
export const stoppedUnsaid = "This answer was stopped before its first word. Ask me again if you want it.";

export const noticeTo = (to: number, text: string): Say => {
  const nothing = { question: null, topic: null, probe: null, place: null, proposes: null };
  return { do: "say", kind: "notice", text, to, ...nothing, intent: text, unsolicited: false };
};

/** For the Director it counts as said; nobody can answer it, and no row tells of it. */
export const unsaid = ({ kind, topic, probe, place, to }: Say, stream: RoomStream, at: number): HeardOf<"said"> => {
  const words = { voice: "rules", text: "", question: null } as const;
  return { at, type: "said", seq: 0, kind, ...words, topic, probe, place, to, isToStaff: stream === "staff_event" };
};
