import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { guest, join, openRoom, request } from "../test-client.ts";
import { channel, collab, rawAnswer, seated } from "../test-sockets.ts";
import { startTestServer, type TestServer } from "../test-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server[Symbol.asyncDispose]());

const upgrade = (target: string, origin: string | null): string[] => [
  `GET ${target} HTTP/1.1`,
  `Host: 127.0.0.1:${server.port}`,
  ...(origin === null ? [] : [`Origin: ${origin}`]),
  "Connection: Upgrade",
  "Upgrade: websocket",
  "Sec-WebSocket-Version: 13",
  "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
];
const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);
const alive = async (): Promise<number> => (await request(server.origin, { method: "GET", path: "/healthz" })).status;

const odd = [
  "//",
  "//evil.example/collab/x/schema",
  "*",
  "/collab/%zz",
  "/collab",
  "/collab/",
  "/collab//",
  "/collab/a/b/c",
];
const odder = [
  "/socket.io",
  "/socket.iox",
  "/socket.iox/",
  "http://",
  "http://evil.example/",
  "/%2e%2e/%00",
  "/?",
  "/collab/?/x",
  "?",
];

test.each([...odd, ...odder])("an upgrade of %s is answered and harms nothing", async (target) => {
  const status = statusOf(await rawAnswer(server.port, upgrade(target, server.origin)));
  expect([400, 404]).toContain(status);
  expect(await alive()).toBe(200);
});

test.each([...odd, ...odder])("a plain request for %s is answered and harms nothing", async (target) => {
  for (const method of ["GET", "POST", "OPTIONS", "HEAD"]) {
    const lines = [`${method} ${target} HTTP/1.1`, "Host: 127.0.0.1", "Connection: close"];
    expect(statusOf(await rawAnswer(server.port, lines))).toBeGreaterThanOrEqual(200);
  }
  expect(await alive()).toBe(200);
});

test.each(["/collab/x/schema", "/socket.io/?EIO=4&transport=websocket", "/nowhere", "//"])(
  "an upgrade of %s from another origin, none, or null is refused",
  async (target) => {
    for (const origin of [
      "http://evil.example",
      "null",
      null,
      `${server.origin}.evil.example`,
      server.origin.toUpperCase(),
    ]) {
      const answer = await rawAnswer(server.port, upgrade(target, origin));
      expect(statusOf(answer)).toBe(403);
      expect(answer).toContain(`Open Proofroom at ${server.origin}`);
    }
  },
);

test("whoever is refused and holds the connection open is cut off", async () => {
  const socket = connect({ port: server.port, host: "127.0.0.1", allowHalfOpen: true });
  socket.write([...upgrade("/nowhere", server.origin), "", ""].join("\r\n"));
  await once(socket.resume(), "end");
  const reset = once(socket, "error");
  const insist = setInterval(() => socket.write("x"), 10);
  await reset;
  clearInterval(insist);
  expect(await alive()).toBe(200);
});

test("a refused handshake of the channel harms nothing", async () => {
  for (const query of [
    "",
    "?EIO=4",
    "?EIO=%zz&transport=websocket",
    "?EIO=3&transport=websocket",
    "?EIO=4&transport=polling",
  ]) {
    expect(
      statusOf(await rawAnswer(server.port, upgrade(`/socket.io/${query}`, server.origin))),
    ).toBeGreaterThanOrEqual(101);
    expect(await alive()).toBe(200);
  }
});

test("signed out closes 4401; unknown, foreign, malformed rooms and documents close 4404", async () => {
  const ada = await guest(server.origin, "Ada");
  const eve = await guest(server.origin, "Eve");
  const room = await openRoom(ada);
  const code = async (path: string, cookie: string) => (await collab(server.origin, path, cookie).closed).code;
  expect(await code(`${room.id}/schema`, "")).toBe(4401);
  expect(await code(`${room.id}/schema`, ada.cookie.replace(/=.*/, "=%zz"))).toBe(4401);
  expect(await code(`${room.id}/schema`, eve.cookie)).toBe(4404);
  expect(await code(`${crypto.randomUUID()}/schema`, ada.cookie)).toBe(4404);
  expect(await code("not-an-id/schema", ada.cookie)).toBe(4404);
  expect(await code(`%zz/schema`, ada.cookie)).toBe(4404);
  expect(await code(`${room.id}/notes`, ada.cookie)).toBe(4404);
});

test("a person opens no more tabs than there is room for, of documents and channel together", async () => {
  const ada = await guest(server.origin, "Ada");
  const room = await openRoom(ada);
  const tabs = Array.from({ length: 15 }, () => collab(server.origin, `${room.id}/schema`, ada.cookie).ws);
  const sitting = channel(server.origin, ada, room.id);
  await Promise.all([seated(sitting), ...tabs.map((ws) => once(ws, "open"))]);
  expect((await collab(server.origin, `${room.id}/schema`, ada.cookie).closed).code).toBe(1013);
  await expect(seated(channel(server.origin, ada, room.id))).rejects.toMatchObject({
    message: "too-many-tabs",
    data: { message: expect.stringContaining("Close some of them") },
  });
  expect(tabs.every((ws) => ws.readyState === ws.OPEN)).toBe(true);
  sitting.socket.disconnect();
  for (const ws of tabs) ws.close();
});

test("a frame with bad bits ends its own socket and nothing else", async () => {
  const ada = await guest(server.origin, "Ada");
  const room = await openRoom(ada);
  const bad = Buffer.from([0xff, 0x80, 0, 0, 0, 0]).toString("latin1");
  for (const path of [`/collab/${room.id}/schema`, "/collab/x/schema", "/socket.io/?EIO=4&transport=websocket"]) {
    await rawAnswer(server.port, [...upgrade(path, server.origin), `Cookie: ${ada.cookie}`, "", bad]);
    expect(await alive()).toBe(200);
  }
});

test("revoking a link closes its holder's document sockets and no others", async () => {
  const ada = await guest(server.origin, "Ada");
  const room = await openRoom(ada);
  const bob = await join(server.origin, room, "candidate", "Bob");
  const [hers, his] = [
    collab(server.origin, `${room.id}/api`, ada.cookie),
    collab(server.origin, `${room.id}/api`, bob.cookie),
  ];
  await Promise.all([once(hers.ws, "open"), once(his.ws, "open")]);
  const used = await server.db
    .selectFrom("invite")
    .select("id")
    .where("room_id", "=", room.id)
    .where("used_by", "=", bob.person.id)
    .executeTakeFirstOrThrow();
  await ada.ask("DELETE", `/api/rooms/${room.id}/invites/${used.id}`);
  expect((await his.closed).code).toBe(4403);
  expect(hers.ws.readyState).toBe(hers.ws.OPEN);
  expect((await collab(server.origin, `${room.id}/api`, bob.cookie).closed).code).toBe(4404);
  hers.ws.close();
});

test("whoever does not say goodbye is cut off all the same", async () => {
  const ada = await guest(server.origin, "Ada");
  const room = await openRoom(ada);
  const socket = connect(server.port, "127.0.0.1");
  const ended = once(socket, "close");
  socket.write([...upgrade(`/collab/${room.id}/schema`, server.origin), `Cookie: ${ada.cookie}`, "", ""].join("\r\n"));
  await once(socket, "data");
  socket.on("data", () => {});
  await ada.ask("DELETE", "/api/session");
  await ended;
});

test("signing out closes what that session has open", async () => {
  const ada = await guest(server.origin, "Ada");
  const room = await openRoom(ada);
  const { ws, closed } = collab(server.origin, `${room.id}/schema`, ada.cookie);
  await once(ws, "open");
  expect((await ada.ask("DELETE", "/api/session")).status).toBe(204);
  expect((await closed).code).toBe(4401);
});
