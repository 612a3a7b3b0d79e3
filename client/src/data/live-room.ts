import { never } from "@proofroom/domain/never";
import type { RoomEvent } from "@proofroom/domain/room/channel";
import type { Member } from "@proofroom/domain/room/person";
import type { RoomState } from "@proofroom/domain/room/room";

/** A room as its kept events tell it. People who were removed stay, so that what they wrote keeps its colour. */
export interface LiveRoom {
  state: RoomState;
  endedAt: string | null;
  people: (Member & { isRemoved?: true })[];
  events: RoomEvent[];
}

/** Folds events over the room as it was fetched; one that was already part of it changes nothing. */
export function advanceRoom(view: LiveRoom, events: RoomEvent[]): LiveRoom {
  const folded = events.reduce(fold, view);
  return { ...folded, events: [...view.events, ...events] };
}

function fold(view: LiveRoom, event: RoomEvent): LiveRoom {
  switch (event.type) {
    case "joined": {
      const others = view.people.filter((person) => person.id !== event.member.id);
      return { ...view, people: [...others, event.member].toSorted((a, b) => a.hue - b.hue) };
    }
    case "removed":
      return { ...view, people: view.people.map((p) => (p.id === event.person ? { ...p, isRemoved: true } : p)) };
    case "state":
      return { ...view, state: event.state, endedAt: event.state === "ended" ? event.at : null };
    case "message":
    case "run":
    case "phase":
    case "policy":
    case "mute":
    case "hint":
    case "answer":
    case "report":
    case "held":
    case "held-decided":
    case "flagged":
      return view;
    default:
      return never(event);
  }
}
