import type { LiveFact, RoomEvent } from "@proofroom/domain/room/channel";

/** What the interviewer is doing between two messages. */
export interface Voicing {
  /** A message on its way: its id, and all of its text so far; empty while the interviewer thinks. */
  turn: { id: string; text: string } | null;
  /** The turn is over, and its message has not arrived (or never will). */
  isOver: boolean;
  /** A sign that a silence was noticed; `hint` where one is offered with it. */
  waiting: "thinking" | "hint" | null;
}

export const silent: Voicing = { turn: null, isOver: false, waiting: null };

/** Folds what is told and forgotten. Words of a turn that nobody announced begin it, for whoever came in meanwhile. */
export function hearLive(now: Voicing, fact: LiveFact): Voicing {
  switch (fact.type) {
    case "thinking":
      return { turn: { id: fact.turn, text: "" }, isOver: false, waiting: null };
    case "words":
      return { turn: { id: fact.turn, text: fact.text }, isOver: false, waiting: null };
    case "end":
      return now.turn?.id === fact.turn ? { ...now, isOver: true } : now;
    case "waiting":
      return { ...now, waiting: fact.hint ? "hint" : "thinking" };
    case "typing":
      return { ...now, waiting: null };
    case "presence":
    case "looking":
    case "held-decided":
      return now;
  }
}

/** A kept message takes the place of its turn, and whoever speaks ends a silence. */
export function hearKept(now: Voicing, event: RoomEvent): Voicing {
  if (event.type !== "message") return now;
  return now.turn?.id === event.id ? silent : { ...now, waiting: null };
}
