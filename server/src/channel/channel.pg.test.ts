import { randomUUID } from "node:crypto";
import { appendEvents } from "@proofroom/database/append-event";
import { RunId } from "@proofroom/domain/id";
import type { ChatAnswer, ChatRequest, RoomEvent } from "@proofroom/domain/room/channel";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { guest, join, openRoom, type TestClient, type TestRoom } from "../test-client.ts";
import { channel, heard, seated, type TestChannel } from "../test-sockets.ts";
import { startTestServer, type TestServer } from "../test-server.ts";

let server: TestServer;
const open: TestChannel[] = [];
beforeAll(async () => {
  server = await startTestServer();
});
afterEach(() => {
  for (const { socket } of open.splice(0)) socket.disconnect();
});
afterAll(() => server[Symbol.asyncDispose]());

function listen(client: Pick<TestClient, "cookie">, room: Pick<TestRoom, "id">, auth: object = {}): TestChannel {
  const opened = channel(server.origin, client, room.id, auth);
  open.push(opened);
  return opened;
}
const say = (to: TestChannel, request: ChatRequest): Promise<ChatAnswer> =>
  to.socket.timeout(5_000).emitWithAck("chat", request);
const message =
  (id: string) =>
  (event: RoomEvent): boolean =>
    event.type === "message" && event.id === id;

test("a message is acknowledged with the seq under which everybody hears it", async () => {
  const ada = await guest(server.origin, "Ada");
  const room = await openRoom(ada);
  const bob = await join(server.origin, room, "candidate", "Bob");
  const [hers, his] = [listen(ada, room), listen(bob, room)];
  await Promise.all([seated(hers), seated(his)]);
  const answer = await say(his, { id: "m1", text: "hello\u0000\uD800" });
  const [one, two] = await Promise.all([heard(hers, "event", message("m1")), heard(his, "event", message("m1"))]);
  expect(one).toEqual(two);
  expect(one).toMatchObject({ seq: "seq" in answer ? answer.seq : 0, text: "hello\uFFFD", person: bob.person });
});

test("whoever reconnects with the last seq held gets what was missed first, then the new, without gap or repeat", async () => {
  const ada = await guest(server.origin, "Ada");
  const room = await openRoom(ada);
  const fill = (from: number, to: number) =>
    appendEvents(server.db, {
      table: "room_event",
      owner: room.id,
      events: Array.from({ length: to - from }, (_, n) => ({
        eventId: `message/x${from + n}`,
        type: "message",
        payload: { id: `x${from + n}`, person: ada.person, text: "x" },
      })),
    });
  await fill(0, 50);
  const writing = (async () => {
    for (let n = 50; n < 250; n += 10) await fill(n, n + 10);
  })();
  const readers = [0, 7, 20, 49].map((after) => ({ after, channel: listen(ada, room, { after }) }));
  await Promise.all([writing, ...readers.map((reader) => heard(reader.channel, "event", message("x249")))]);
  for (const reader of readers) {
    const seqs = reader.channel.events.map(({ seq }) => seq);
    expect(seqs).toEqual(Array.from({ length: 251 - reader.after }, (_, n) => reader.after + 1 + n));
  }
});

test("staff messages reach owner and interviewers and nobody else", async () => {
  const ada = await guest(server.origin, "Ada");
  const room = await openRoom(ada);
  const [bob, ivy] = [
    await join(server.origin, room, "candidate", "Bob"),
    await join(server.origin, room, "interviewer", "Ivy"),
  ];
  const [hers, his, ivys] = [listen(ada, room), listen(bob, room), listen(ivy, room)];
  await Promise.all([seated(hers), seated(his), seated(ivys)]);
  expect(await say(his, { id: "s0", text: "psst", channel: "staff" })).toMatchObject({ error: "not-found" });
  expect(await say(ivys, { id: "s1", text: "canary", channel: "staff" })).toEqual({ seq: 1 });
  await heard(hers, "staff", message("s1"));
  await say(hers, { id: "p1", text: "public" });
  await heard(his, "event", message("p1"));
  expect(his.staff).toEqual([]);
  expect(JSON.stringify(his.events)).not.toContain("canary");
  const late = listen(bob, room, { after: 0, staffAfter: 0 });
  await heard(late, "event", message("p1"));
  expect(late.staff).toEqual([]);
});

test("presence counts people and their tabs; typing reaches the others, and so does at which test somebody looks", async () => {
  const ada = await guest(server.origin, "Ada");
  const room = await openRoom(ada);
  const bob = await join(server.origin, room, "candidate", "Bob");
  const first = listen(ada, room);
  await seated(first);
  const second = listen(ada, room);
  await seated(second);
  const his = listen(bob, room);
  await seated(his);
  expect(his.live[0]).toEqual({
    type: "presence",
    people: [
      { id: ada.person.id, tabs: 2 },
      { id: bob.person.id, tabs: 1 },
    ],
  });
  const typing = new Promise((resolve) => first.socket.on("live", (fact) => fact.type === "typing" && resolve(fact)));
  his.socket.emit("typing");
  expect(await typing).toEqual({ type: "typing", person: bob.person.id });
  const looking = new Promise((resolve) => first.socket.on("live", (fact) => fact.type === "looking" && resolve(fact)));
  const at = { run: RunId.parse(randomUUID()), test: "shorten then resolve" };
  his.socket.emit("looking", { ...at, test: "x".repeat(301) });
  his.socket.emit("looking", at);
  expect(await looking).toEqual({ type: "looking", person: bob.person.id, ...at });
  const left = new Promise((resolve) => first.socket.on("live", (fact) => fact.type === "presence" && resolve(fact)));
  his.socket.disconnect();
  expect(await left).toEqual({ type: "presence", people: [{ id: ada.person.id, tabs: 2 }] });
});

test("signed out, foreign and malformed are refused at the door", async () => {
  const ada = await guest(server.origin, "Ada");
  const eve = await guest(server.origin, "Eve");
  const room = await openRoom(ada);
  await expect(seated(listen({ cookie: "" }, room))).rejects.toMatchObject({ message: "signed-out" });
  await expect(seated(listen(eve, room))).rejects.toMatchObject({ message: "not-found", data: { error: "not-found" } });
  const malformed = channel(server.origin, ada, "not-an-id");
  await expect(seated(malformed)).rejects.toMatchObject({ message: "not-found" });
  const odd = listen(ada, room, { after: -1 });
  await expect(seated(odd)).rejects.toMatchObject({ message: "not-found" });
});

test("whoever is removed, or signs out, is disconnected and cannot come back", async () => {
  const ada = await guest(server.origin, "Ada");
  const room = await openRoom(ada);
  const bob = await join(server.origin, room, "candidate", "Bob");
  const [hers, his] = [listen(ada, room), listen(bob, room)];
  await Promise.all([seated(hers), seated(his)]);
  const used = await server.db
    .selectFrom("invite")
    .select("id")
    .where("used_by", "=", bob.person.id)
    .executeTakeFirstOrThrow();
  const gone = (of: TestChannel) => new Promise((resolve) => of.socket.once("disconnect", resolve));
  const [itIsHis, itIsHers] = [gone(his), gone(hers)];
  await ada.ask("DELETE", `/api/rooms/${room.id}/invites/${used.id}`);
  expect(await itIsHis).toBe("io server disconnect");
  await heard(hers, "event", (event) => event.type === "removed");
  await expect(seated(listen(bob, room))).rejects.toMatchObject({ message: "not-found" });
  await ada.ask("DELETE", "/api/session");
  expect(await itIsHers).toBe("io server disconnect");
  await expect(seated(listen(ada, room))).rejects.toMatchObject({ message: "signed-out" });
});

test("an ended room hears nothing more from anybody", async () => {
  const ada = await guest(server.origin, "Ada");
  const room = await openRoom(ada);
  const hers = listen(ada, room);
  await seated(hers);
  await ada.ask("POST", `/api/rooms/${room.id}/end`);
  expect(await say(hers, { id: "late", text: "late" })).toMatchObject({ error: "not-found" });
  expect((await ada.ask("POST", `/api/rooms/${room.id}/messages`, { id: "late", text: "late" })).status).toBe(404);
});

test("nonsense packets are answered or dropped, and a flood is cut off", async () => {
  const ada = await guest(server.origin, "Ada");
  const room = await openRoom(ada);
  const hers = listen(ada, room);
  await seated(hers);
  for (const request of [
    null,
    1,
    "x",
    [],
    {},
    { id: "a" },
    { id: "a", text: " " },
    { id: "a", text: "x".repeat(4_001) },
    { id: "a b", text: "x" },
  ]) {
    const answer: unknown = await hers.socket.timeout(5_000).emitWithAck("chat", Object(request));
    expect(answer).toMatchObject({ error: "invalid" });
  }
  const ended = new Promise((resolve) => hers.socket.once("disconnect", resolve));
  for (let n = 0; n < 100; n++) hers.socket.emit("typing");
  expect(await ended).toBe("io server disconnect");
});
