import { freshDatabase } from "@proofroom/migrations/test-database";
import { testRoom } from "@proofroom/migrations/test-room";
import type { RoomId } from "@proofroom/domain/id";
import type { RoomState } from "@proofroom/domain/room/room";
import { expect, test } from "vitest";
import { createSessions } from "../auth/lucia.ts";
import { createOpenSockets } from "./open-sockets.ts";
import { recheck } from "./recheck.ts";

test("what changed elsewhere reaches the open sockets: a session that ran out, an ended room, a person removed", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const { roomId, owner } = await testRoom(db);
  const sessions = createSessions(db, "http://127.0.0.1:3000");
  const sockets = createOpenSockets();
  const closed: string[] = [];
  const signIn = async () => (await sessions.read((await sessions.signIn(owner.id)).split(";", 1)[0]))?.session ?? "";
  const open = (name: string, session: string) => {
    const standing = { role: "owner" as const, state: "live" as const, mode: "live" as const };
    sockets.add({ roomId, personId: owner.id, session, standing, close: (why) => void closed.push(`${name} ${why}`) });
    return standing;
  };
  const onMove = (room: RoomId, state: RoomState) => Promise.resolve(sockets.stateChanged(room, state));
  const door = { db, sessions, sockets, onMove };
  const [first, second] = [await signIn(), await signIn()];
  open("first", first);
  const standing = open("second", second);
  await recheck(door);
  expect(closed).toEqual([]);
  await db
    .updateTable("session")
    .set({ expires_at: new Date(0) })
    .where("token_hash", "=", first)
    .execute();
  await recheck(door);
  expect(closed).toEqual(["first signed-out"]);
  expect(standing).toMatchObject({ role: "owner", state: "live" });
  await db.updateTable("room").set({ state: "ended" }).execute();
  await recheck(door);
  expect(standing).toMatchObject({ role: "owner", state: "ended" });
  await db.updateTable("member").set({ removed_at: new Date() }).execute();
  await recheck(door);
  expect(closed).toContain("second removed");
  expect(standing.role).toBe(null);
});
