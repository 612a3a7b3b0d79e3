import type { RoomEvent } from "@proofroom/domain/room/channel";
import { isOver } from "@proofroom/domain/run/status";
import { runWords } from "../run/run-words.ts";

/** Whether an event has a place in the thread; of a run only its start and its end have. */
export function isTold(event: RoomEvent): boolean {
  return event.type !== "run" || event.status === "pending" || isOver(event.status);
}

const states = {
  lobby: "moved the room to the lobby",
  live: "opened the documents",
  locked: "locked the documents",
  ended: "ended the room",
};

/** What happened between messages, as one sentence; empty for a message. `nameOf` knows everybody who ever was here. */
export function eventText(event: RoomEvent, nameOf: (id: string) => string): string {
  switch (event.type) {
    case "message":
      return "";
    case "joined":
      return `${event.member.name} joined as ${event.member.role}`;
    case "removed":
      return `${nameOf(event.person)} was removed`;
    case "state":
      return `${event.by.name} ${states[event.state]}`;
    case "run":
      if (event.status === "pending") return `${event.by?.name ?? "Somebody"} started run #${event.number}`;
      return `Run #${event.number}: ${runWords(event).toLowerCase()}`;
    case "phase":
    case "policy":
    case "mute":
    case "hint":
    case "answer":
    case "report":
      return "";
  }
}

/** Whether a message goes on where the one before it stopped: the same person within two minutes. */
export function continues(event: RoomEvent, before: RoomEvent | undefined): boolean {
  if (event.type !== "message" || before?.type !== "message") return false;
  const isClose = new Date(event.at).getTime() - new Date(before.at).getTime() < 120_000;
  return isClose && event.person?.id === before.person?.id;
}
