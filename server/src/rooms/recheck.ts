import type { Database } from "@proofroom/database/schema";
import type { Kysely } from "kysely";
import type { Sessions } from "../auth/lucia.ts";
import type { OpenSockets } from "./open-sockets.ts";

/** Closes the sockets whose session ran out or whose person was removed elsewhere: nobody else would tell them. */
export async function recheck({
  db,
  sessions,
  sockets,
}: {
  db: Kysely<Database>;
  sessions: Pick<Sessions, "living">;
  sockets: OpenSockets;
}): Promise<void> {
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
