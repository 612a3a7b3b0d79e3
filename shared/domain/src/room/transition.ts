import type { RoomState } from "./room.ts";

export type RoomMove = "start" | "lock" | "unlock" | "end" | "reopen";

const moves: Record<RoomMove, { from: RoomState[]; to: RoomState }> = {
  start: { from: ["lobby"], to: "live" },
  lock: { from: ["live"], to: "locked" },
  unlock: { from: ["locked"], to: "live" },
  end: { from: ["live", "locked"], to: "ended" },
  reopen: { from: [], to: "live" },
};

/** The state after a move, or null where the move is illegal; an ended room is never left. */
export function moved(state: RoomState, move: RoomMove): RoomState | null {
  const { from, to } = moves[move];
  return from.includes(state) ? to : null;
}
