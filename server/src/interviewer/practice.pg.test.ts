import type { RoomEvent } from "@proofroom/domain/room/channel";
import { freshDatabase } from "@proofroom/migrations/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestClock, testClock } from "../test-clock.ts";
import { guest, openRoom, type TestClient, type TestRoom } from "../test-client.ts";
import { type TestDatabase, startTestServer, type TestServer } from "../test-server.ts";
import { channel, heard, seated, type TestChannel } from "../test-sockets.ts";

let database: TestDatabase;
let clock: TestClock;
let server: TestServer;
beforeAll(async () => {
  database = await freshDatabase();
  clock = await testClock(database.db);
  server = await startTestServer({}, clock, database);
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

type Speech = Extract<RoomEvent, { type: "message" }>;
const spoken = (event: RoomEvent): event is Speech => event.type === "message" && event.person === null;
const ofKind =
  (kind: string) =>
  (event: RoomEvent): boolean =>
    spoken(event) && event.kind === kind;

async function practice(): Promise<{ ada: TestClient; room: TestRoom; sitting: TestChannel }> {
  const ada = await guest(server.origin, "Ada");
  const room = await openRoom(ada, { mode: "practice" });
  const sitting = channel(server.origin, ada, room.id, { after: 0 });
  await seated(sitting);
  return { ada, room, sitting };
}

test("the interviewer greets, says the goal, and answers what is asked", async () => {
  const { ada, room, sitting } = await practice();
  expect((await ada.ask("POST", `/api/rooms/${room.id}/interview/start`, { minutes: 45 })).status).toBe(200);
  const greeting = await heard(sitting, "event", ofKind("greeting"));
  expect(greeting).toMatchObject({ person: null, voice: "rules" });
  await heard(sitting, "event", ofKind("goal"));
  const said = await sitting.socket.emitWithAck("chat", { id: "q1", text: "How many reads per second?" });
  const answer = await heard(sitting, "event", ofKind("clarification"));
  expect(answer).toMatchObject({
    text: "Ten thousand redirects a second at the peak.",
    to: "seq" in said ? said.seq : 0,
  });
  sitting.socket.disconnect();
});
