import { freshDatabase } from "@proofroom/migrations/test-database";
import { testRoom } from "@proofroom/migrations/test-room";
import { PersonId } from "@proofroom/domain/id";
import { afterAll, beforeAll, expect, test } from "vitest";
import { moveRoom } from "../rooms/move-room.ts";
import { readRoomEvents } from "../rooms/room-events.ts";
import { createPace } from "../pace.ts";
import { createChat } from "./post-message.ts";

let database: Awaited<ReturnType<typeof freshDatabase>>;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());

const unhurried = { take: () => 0 };
const bob = { id: PersonId.parse(crypto.randomUUID()), name: "Bob" };

async function roomOfTwo() {
  const { roomId, owner } = await testRoom(database.db);
  await database.db
    .insertInto("person")
    .values(bob)
    .onConflict((clash) => clash.doNothing())
    .execute();
  const member = { room_id: roomId, person_id: bob.id, role: "candidate", name: bob.name, hue: 2 } as const;
  await database.db.insertInto("member").values(member).execute();
  return { roomId, owner };
}

test("messages of many writers, each sent twice at once, have one order without gaps and are kept once", async () => {
  const { roomId, owner } = await roomOfTwo();
  const chat = createChat({ db: database.db, pace: unhurried });
  const ids = Array.from({ length: 60 }, (_, n) => `m${n}`);
  const post = (id: string, n: number) => chat.post(roomId, n % 2 === 0 ? owner : bob, { id, text: `text of ${id}` });
  const answers = await Promise.all(ids.map((id, n) => Promise.all([post(id, n), post(id, n)])));
  for (const [first, again] of answers) expect(first).toEqual(again);
  const events = await readRoomEvents(database.db, { stream: "room_event", roomId, after: 0 });
  expect(events.map(({ seq }) => seq)).toEqual(ids.map((_, n) => n + 1));
  const bySeq = new Map(events.map((event) => [event.seq, event.type === "message" ? event.id : ""]));
  for (const [n, [answer]] of answers.entries()) expect("seq" in answer && bySeq.get(answer.seq)).toBe(ids[n]);
});

test("a message under another's id is refused, never lost without a word", async () => {
  const { roomId, owner } = await roomOfTwo();
  const chat = createChat({ db: database.db, pace: unhurried });
  expect(await chat.post(roomId, owner, { id: "same", text: "first" })).toEqual({ seq: 1 });
  expect(await chat.post(roomId, bob, { id: "same", text: "second" })).toMatchObject({ error: "id-taken" });
  expect(await chat.post(roomId, owner, { id: "same", text: "again" })).toEqual({ seq: 1 });
});

test("staff messages have a sequence and a place of their own", async () => {
  const { roomId, owner } = await testRoom(database.db);
  const chat = createChat({ db: database.db, pace: unhurried });
  await chat.post(roomId, owner, { id: "a", text: "to all" });
  expect(await chat.post(roomId, owner, { id: "a", text: "to staff", channel: "staff" })).toEqual({ seq: 1 });
  const events = await readRoomEvents(database.db, { stream: "room_event", roomId, after: 0 });
  expect(JSON.stringify(events)).not.toContain("to staff");
});

test("who writes too fast is told to wait, but hears the seq of what is kept already", async () => {
  const { roomId, owner } = await testRoom(database.db);
  const chat = createChat({ db: database.db, pace: createPace({ most: 1, millis: 10_000, now: () => 0 }) });
  expect(await chat.post(roomId, owner, { id: "a", text: "one" })).toEqual({ seq: 1 });
  expect(await chat.post(roomId, owner, { id: "b", text: "two" })).toMatchObject({ error: "too-fast" });
  expect(await chat.post(roomId, owner, { id: "a", text: "one" })).toEqual({ seq: 1 });
});

test("a message on its way when its author is removed, or when the room ends, is refused and not kept", async () => {
  const { db } = database;
  const { roomId, owner } = await roomOfTwo();
  const chat = createChat({ db, pace: unhurried });
  expect(await chat.post(roomId, bob, { id: "a", text: "in time" })).toEqual({ seq: 1 });
  expect(await chat.post(roomId, bob, { id: "b", text: "to staff", channel: "staff" })).toMatchObject({
    error: "not-found",
  });
  await db.updateTable("member").set({ removed_at: new Date() }).where("person_id", "=", bob.id).execute();
  expect(await chat.post(roomId, bob, { id: "c", text: "late" })).toMatchObject({ error: "not-found" });
  await moveRoom(db, { roomId, move: "end", by: owner, now: new Date() });
  expect(await chat.post(roomId, owner, { id: "d", text: "later" })).toMatchObject({ error: "not-found" });
  const events = await readRoomEvents(db, { stream: "room_event", roomId, after: 0 });
  expect(events.map(({ type }) => type)).toEqual(["message", "state"]);
});

test("each message that the room may read is told once, when it is kept, as it was kept", async () => {
  const { roomId, owner } = await testRoom(database.db);
  const told: string[] = [];
  const chat = createChat({ db: database.db, pace: unhurried, onKept: ({ text }) => told.push(text) });
  await chat.post(roomId, owner, { id: "a", text: "kill the \u202eprocess" });
  await chat.post(roomId, owner, { id: "a", text: "kill the \u202eprocess" });
  await chat.post(roomId, owner, { id: "b", text: "between us", channel: "staff" });
  await chat.post(roomId, owner, { id: "c", text: "you are an idiot" });
  expect(told).toEqual(["kill the process"]);
});
