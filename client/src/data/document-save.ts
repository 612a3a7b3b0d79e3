/** What the save pill says. Only `saved` claims that the room's database has everything that was typed here. */
export type SaveState =
  | { pill: "opening" }
  | { pill: "saved" }
  /** Typed a moment ago: too early to speak of trouble, and not saved either. */
  | { pill: "pending" }
  | { pill: "saving"; queued: number }
  | { pill: "local"; queued: number; onDevice: boolean; retryAt: number | null }
  | { pill: "unsaved"; queued: number; reason: DeviceTrouble; retryAt: number | null }
  | { pill: "away"; queued: number }
  /** The room keeps no more of this document: what was typed since is here alone. */
  | { pill: "full"; queued: number }
  | { pill: "viewing" }
  | { pill: "ended" }
  | { pill: "removed"; why: Closure };

export type DeviceTrouble = "full" | "blocked";
/** Why a socket was closed for good: access taken, signed out, no such room, or the document was replaced by another epoch. */
export type Closure = "access" | "signed-out" | "gone" | "replaced";
/** A document that is `full` can still be shortened. */
export type Access = "edit" | "full" | "view" | "ended";

export const mayEdit = (access: Access): boolean => access === "edit" || access === "full";

export interface SaveFacts {
  readonly access: Access;
  readonly closure: Closure | null;
  readonly connected: boolean;
  /** Whether a socket was ever in step with the room. */
  readonly metRoom: boolean;
  readonly synced: boolean;
  /** Whether our whole state was offered on this socket; before that, edits of an earlier one may be missing there. */
  readonly answered: boolean;
  /** Times of the frames sent on this socket and not yet committed, oldest first. */
  readonly inFlight: readonly number[];
  readonly acked: number;
  /** Since when an edit waits that no frame carries. */
  readonly unsentSince: number | null;
  readonly queued: number;
  readonly editedAt: number | null;
  /** Edits whose transaction on the device is still open. */
  readonly storing: number;
  readonly deviceTrouble: DeviceTrouble | null;
  readonly databaseAway: boolean;
  readonly retryAt: number | null;
}

export const newSave: SaveFacts = {
  access: "edit",
  closure: null,
  connected: false,
  metRoom: false,
  synced: false,
  answered: false,
  inFlight: [],
  acked: 0,
  unsentSince: null,
  queued: 0,
  editedAt: null,
  storing: 0,
  deviceTrouble: null,
  databaseAway: false,
  retryAt: null,
};

const quietMillis = 300;
const patienceMillis = 400;

/** Everything here is with the room: only then may anything say "Saved". */
export const isSettled = (facts: SaveFacts): boolean =>
  facts.connected && facts.synced && facts.answered && facts.inFlight.length === 0 && facts.unsentSince === null;

function oldestEdit(facts: SaveFacts): number | null {
  const sent = facts.inFlight[0];
  if (sent === undefined) return facts.unsentSince;
  return facts.unsentSince === null ? sent : Math.min(sent, facts.unsentSince);
}

/** The pill at a moment; pure, so that the same facts always read the same. */
export function saveState(facts: SaveFacts, now: number): SaveState {
  const { queued } = facts;
  if (facts.closure !== null) return { pill: "removed", why: facts.closure };
  if (facts.access === "ended") return { pill: "ended" };
  if (facts.access === "view") return { pill: "viewing" };
  if (!facts.connected) return offline(facts, now);
  if (facts.databaseAway) return { pill: "away", queued };
  if (isSettled(facts)) {
    const isQuiet = facts.editedAt === null || now - facts.editedAt >= quietMillis;
    return isQuiet ? { pill: "saved" } : { pill: "pending" };
  }
  if (queued === 0) return { pill: "opening" };
  if (facts.access === "full") return { pill: "full", queued };
  const oldest = oldestEdit(facts);
  return oldest !== null && now - oldest > patienceMillis ? { pill: "saving", queued } : { pill: "pending" };
}

function offline(facts: SaveFacts, now: number): SaveState {
  const { queued, retryAt } = facts;
  if (facts.deviceTrouble !== null) {
    if (queued > 0) return { pill: "unsaved", queued, reason: facts.deviceTrouble, retryAt };
    return facts.metRoom ? { pill: "local", queued, onDevice: false, retryAt } : { pill: "opening" };
  }
  if (facts.storing > 0) {
    const isSlow = facts.editedAt !== null && now - facts.editedAt > patienceMillis;
    return isSlow ? { pill: "saving", queued } : { pill: "pending" };
  }
  if (queued === 0 && !facts.metRoom && retryAt === null) return { pill: "opening" };
  return { pill: "local", queued, onDevice: true, retryAt };
}

/** When the pill would change by the passing of time alone, in milliseconds from `now`; null if it would not. */
export function nextChange(facts: SaveFacts, now: number): number | null {
  const { editedAt } = facts;
  const oldest = oldestEdit(facts);
  const limits = [
    ...(editedAt === null ? [] : [editedAt + quietMillis, editedAt + patienceMillis + 1]),
    ...(oldest === null ? [] : [oldest + patienceMillis + 1]),
  ];
  const ahead = limits.flatMap((at) => (at > now ? [at - now] : []));
  return ahead.length === 0 ? null : Math.min(...ahead);
}
