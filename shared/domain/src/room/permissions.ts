import type { Role, RoomMode, RoomState } from "./room.ts";

/** `yes` always, `own` only for what one started oneself. Whatever has no row, or no entry, is refused. */
export type Grant = "yes" | "own" | "no";

interface Row {
  owner: Grant;
  interviewer: Grant;
  candidate: Grant;
  observer: Grant;
  /** States of the room in which the action exists at all. */
  states: readonly RoomState[];
  /** States in which only owner and interviewers may. */
  staffStates?: readonly RoomState[];
  /** Modes in which the action exists at all; every mode where none is named. */
  modes?: readonly RoomMode[];
}

/** What of a room decides who may do what in it now. */
export interface RoomNow {
  state: RoomState;
  mode: RoomMode;
}

const everybody = { owner: "yes", interviewer: "yes", candidate: "yes", observer: "yes" } as const;
const writers = { ...everybody, observer: "no" } as const;
const staff = { ...writers, candidate: "no" } as const;
const owner = { ...staff, interviewer: "no" } as const;

/** The owner of a practice room is the candidate: what staff alone may know does not exist there. */
const withStaff = ["live", "assessment"] as const;

/** Who may do what, when. HTTP, Socket.IO and document frames consult this table and nothing else. */
export const permissions = {
  "room.view": { ...everybody, states: ["lobby", "live", "locked", "ended"] },
  "document.view": { ...everybody, states: ["live", "locked", "ended"], staffStates: ["lobby"] },
  "document.edit": { ...writers, states: ["live"], staffStates: ["lobby"] },
  "chat.read": { ...everybody, states: ["live", "locked", "ended"], staffStates: ["lobby"] },
  "chat.write": { ...writers, states: ["live", "locked"] },
  "staff-chat.read": { ...staff, states: ["lobby", "live", "locked", "ended"], modes: withStaff },
  "staff-chat.write": { ...staff, states: ["lobby", "live", "locked", "ended"], modes: withStaff },
  "held.view": { ...staff, states: ["lobby", "live", "locked", "ended"], modes: withStaff },
  "held.decide": { ...staff, states: ["live", "locked"], modes: withStaff },
  "run.start": { ...writers, states: ["live", "locked"] },
  "run.cancel": { ...staff, candidate: "own", states: ["live", "locked"] },
  "run.view": { ...everybody, states: ["live", "locked", "ended"] },
  "run.endpoint": { ...staff, states: ["live", "locked", "ended"] },
  "run.next-step": { ...staff, states: ["live", "locked", "ended"] },
  "interview.view": { ...everybody, states: ["live", "locked", "ended"], staffStates: ["lobby"] },
  "interview.clock": { ...staff, states: ["live", "locked"] },
  "interview.policy": { ...owner, states: ["lobby", "live", "locked"] },
  "interview.mute": { ...writers, states: ["live", "locked"] },
  "interview.stop": { ...writers, states: ["live", "locked"] },
  "interview.answer": { ...writers, states: ["live", "locked"] },
  "interview.hint": { ...writers, states: ["live", "locked"] },
  "interview.partial-hint": { ...staff, states: ["live", "locked"] },
  "report.view": { ...everybody, states: ["live", "locked", "ended"] },
  "report.retry": { ...staff, states: ["live", "locked", "ended"] },
  "report.marks": { ...staff, states: ["ended"] },
  "report.debrief": { ...owner, states: ["ended"], modes: ["practice"] },
  "report.self-mark": { ...owner, states: ["live", "locked", "ended"], modes: ["practice"] },
  "invite.view": { ...owner, states: ["lobby", "live", "locked", "ended"] },
  "invite.create": { ...owner, states: ["lobby", "live", "locked"] },
  "invite.revoke": { ...owner, states: ["lobby", "live", "locked", "ended"] },
  "room.start": { ...staff, states: ["lobby", "live", "locked", "ended"] },
  "room.lock": { ...owner, states: ["lobby", "live", "locked", "ended"] },
  "room.end": { ...owner, states: ["lobby", "live", "locked", "ended"] },
  "room.reopen": { ...owner, states: ["lobby", "live", "locked", "ended"] },
} as const satisfies Record<string, Row>;

export type Action = keyof typeof permissions;

/**
 * Whether `role` may do `action` in a room of this state and mode. `isOwn` answers for what the person started themselves.
 * Default deny. Moves of the room (`room.*`) are granted in every state: an illegal move is a 409, not a 404.
 */
export function may(action: Action, role: Role, { state, mode }: RoomNow, isOwn = false): boolean {
  const row: Row = permissions[action];
  const isStaff = role === "owner" || role === "interviewer";
  const exists = row.states.includes(state) || (isStaff && row.staffStates?.includes(state) === true);
  if (!exists || row.modes?.includes(mode) === false) return false;
  return row[role] === "yes" || (row[role] === "own" && isOwn);
}
