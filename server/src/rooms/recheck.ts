import type { Door } from "./enter.ts";

const everyMillis = 60_000;

/** Closes the sockets whose session ran out or whose person was removed by another server: nobody else would tell them. */
export async function recheck({ db, sessions, sockets }: Door): Promise<void> {
  const open = sockets.all();
  if (open.length === 0) return;
  const living = await sessions.living([...new Set(open.map((socket) => socket.session))]);
  const members = await db
    .selectFrom("member")
    .select(["room_id", "person_id"])
    .where("room_id", "in", [...new Set(open.map((socket) => socket.roomId))])
    .where("removed_at", "is", null)
    .execute();
  const inside = new Set(members.map((member) => `${member.room_id} ${member.person_id}`));
  for (const { session } of open) if (!living.has(session)) sockets.signedOut(session);
  for (const { roomId, personId } of open) if (!inside.has(`${roomId} ${personId}`)) sockets.removed(roomId, personId);
}

/** Does so once a minute, and forgets the sessions that nobody can use any more. */
export function recheckRegularly({ report, ...door }: Door & { report: (error: unknown) => void }): AsyncDisposable {
  const look = async (): Promise<void> => {
    await recheck(door);
    await door.sessions.forgetExpired();
  };
  const timer = setInterval(() => void look().catch(report), everyMillis);
  return { [Symbol.asyncDispose]: () => Promise.resolve(clearInterval(timer)) };
}
