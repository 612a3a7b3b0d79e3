import type { Database } from "@proofroom/database/schema";
import type { Kysely } from "kysely";
import type { Caller, Sessions } from "../auth/lucia.ts";
import { type CurrentMember, findMember } from "./member.ts";
import type { OpenSockets } from "./open-sockets.ts";

export type Entered =
  | { outcome: "in"; caller: Caller; member: CurrentMember }
  | { outcome: "signed-out" | "not-found" | "full" };

export interface Door {
  db: Kysely<Database>;
  sessions: Sessions;
  sockets: OpenSockets;
}

/**
 * Finds out who stands at the door with these cookies and whether the room is theirs. `use` is called in the same turn in
 * which that is known to be still true, so that a socket which it adds misses no later change.
 */
export async function enter<T>(
  { db, sessions, sockets }: Door,
  { cookies, roomId }: { cookies: string | undefined; roomId: string },
  use: (entered: Entered) => T,
): Promise<T> {
  for (;;) {
    const revision = sockets.revision();
    const caller = await sessions.read(cookies);
    const member = caller === null ? null : await findMember(db, roomId, caller.person.id);
    if (sockets.revision() !== revision) continue;
    if (caller === null) return use({ outcome: "signed-out" });
    if (member === null) return use({ outcome: "not-found" });
    if (sockets.isFull(member.room.id, caller.person.id)) return use({ outcome: "full" });
    return use({ outcome: "in", caller, member });
  }
}
