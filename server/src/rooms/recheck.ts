import type { RoomId } from "@proofroom/domain/id";
import type { RoomState } from "@proofroom/domain/room/room";
import type { Door } from "./enter.ts";

const everyMillis = 60_000;

export interface RecheckDependencies extends Door {
  /** Tells all that is open in a room which state it is in. */
  onMove: (roomId: RoomId, state: RoomState) => Promise<void>;
}

/**
 * Closes the sockets whose session ran out or whose person was removed, and tells the others a state of their room that they
 * have not heard of: another server may have changed it, or this one lost its connection while the change was committed.
 */
export async function recheck(deps: RecheckDependencies): Promise<void> {
  const { db, sessions, sockets, onMove } = deps;
  const revision = sockets.revision();
  const open = sockets.all();
  if (open.length === 0) return;
  const living = await sessions.living([...new Set(open.map((socket) => socket.session))]);
  const members = await db
    .selectFrom("member")
    .innerJoin("room", "room.id", "member.room_id")
    .select(["member.room_id", "member.person_id", "room.state"])
    .where("member.room_id", "in", [...new Set(open.map((socket) => socket.roomId))])
    .where("member.removed_at", "is", null)
    .execute();
  // What was told while the database was asked is newer than its answer.
  if (sockets.revision() !== revision) return recheck(deps);
  const inside = new Set(members.map((member) => `${member.room_id} ${member.person_id}`));
  for (const { session } of open) if (!living.has(session)) sockets.signedOut(session);
  for (const { roomId, personId } of open) if (!inside.has(`${roomId} ${personId}`)) sockets.removed(roomId, personId);
  const states = new Map(members.map((member) => [member.room_id, member.state]));
  for (const { roomId, standing } of open) {
    const state = states.get(roomId);
    if (state !== undefined && state !== standing.state) await onMove(roomId, state);
  }
}

export interface Rechecking extends AsyncDisposable {
  /** Does so at once as well. */
  now: () => void;
}

/** Does so once a minute, and forgets the sessions that nobody can use any more. */
export function recheckRegularly({
  report,
  ...deps
}: RecheckDependencies & { report: (error: unknown) => void }): Rechecking {
  const look = async (): Promise<void> => {
    await recheck(deps);
    await deps.sessions.forgetExpired();
  };
  let looking = Promise.resolve();
  let isOver = false;
  const now = (): void => {
    if (!isOver) looking = looking.then(look).catch(report);
  };
  const timer = setInterval(now, everyMillis);
  return {
    now,
    async [Symbol.asyncDispose]() {
      isOver = true;
      clearInterval(timer);
      await looking;
    },
  };
}
