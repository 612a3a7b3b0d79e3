import { never } from "@proofroom/domain/never";
import { type Access, type Closure, type DeviceTrouble, isSettled, type SaveFacts } from "./document-save.ts";

/** What happens to a document's edits on their way to the room, in the order in which it happens. */
export type SaveEvent =
  | { type: "edited"; at: number }
  /** A frame with content went out; `whole` if it carries all that the room lacks (a step 2). */
  | { type: "sent"; at: number; whole: boolean }
  | { type: "committed"; frames: number }
  | { type: "opened" }
  | { type: "synced" }
  | { type: "lost"; at: number; retryAt: number | null }
  | { type: "closed"; why: Closure }
  | { type: "room"; access: Access; databaseAway: boolean }
  /** Content of an earlier visit was found on the device; whether the room has it is not known yet. */
  | { type: "recalled"; at: number; edits: number }
  | { type: "stored"; edits: number }
  | { type: "not-stored"; trouble: DeviceTrouble };

const fresh = { synced: false, answered: false, inFlight: [], acked: 0 } as const;

/** Folds what happened into what is known. Whatever a socket had not confirmed when it was lost counts as unsent again. */
export function advanceSave(facts: SaveFacts, event: SaveEvent): SaveFacts {
  const next = fold(facts, event);
  return isSettled(next) && next.queued > 0 ? { ...next, queued: 0 } : next;
}

function fold(facts: SaveFacts, event: SaveEvent): SaveFacts {
  switch (event.type) {
    case "edited":
      return {
        ...facts,
        editedAt: event.at,
        unsentSince: facts.unsentSince ?? event.at,
        queued: facts.queued + 1,
        storing: facts.deviceTrouble === null ? facts.storing + 1 : 0,
      };
    case "sent":
      return {
        ...facts,
        inFlight: [...facts.inFlight, facts.unsentSince ?? event.at],
        answered: facts.answered || event.whole,
        unsentSince: null,
      };
    case "committed": {
      const newly = Math.max(0, event.frames - facts.acked);
      return { ...facts, acked: facts.acked + newly, inFlight: facts.inFlight.slice(newly) };
    }
    case "opened":
      return { ...facts, ...fresh, connected: true, retryAt: null };
    case "synced":
      return { ...facts, synced: true, metRoom: true };
    case "lost": {
      const since = facts.inFlight[0] ?? facts.unsentSince;
      const unsentSince = facts.queued > 0 ? (since ?? event.at) : null;
      return { ...facts, ...fresh, connected: false, databaseAway: false, unsentSince, retryAt: event.retryAt };
    }
    case "closed":
      return { ...facts, ...fresh, connected: false, closure: event.why, retryAt: null };
    case "room":
      return { ...facts, access: event.access, databaseAway: event.databaseAway };
    case "recalled":
      return event.edits === 0
        ? facts
        : { ...facts, queued: facts.queued + event.edits, unsentSince: facts.unsentSince ?? event.at };
    case "stored":
      return { ...facts, storing: Math.max(0, facts.storing - event.edits), deviceTrouble: null };
    case "not-stored":
      return { ...facts, storing: 0, deviceTrouble: event.trouble };
    default:
      return never(event);
  }
}
