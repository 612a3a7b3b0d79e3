import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod/mini";
import { guest, join, openRoom, request } from "../test-client.ts";
import { startTestServer, type TestServer } from "../test-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server[Symbol.asyncDispose]());

const Rooms = z.object({
  rooms: z.array(z.object({ id: z.string(), role: z.string(), people: z.array(z.unknown()) })),
});

test("a guest opens a room, is its owner, and finds it again, newest first", async () => {
  const ada = await guest(server.origin, "Ada");
  const first = await openRoom(ada);
  const second = await openRoom(ada);
  expect(first.invites["candidate"]).toMatch(new RegExp(`^${server.origin}/j#[\\w-]{22}$`));
  const { rooms } = Rooms.parse((await ada.ask("GET", "/api/rooms")).body);
  expect(rooms.map(({ id, role }) => [id, role])).toEqual([
    [second.id, "owner"],
    [first.id, "owner"],
  ]);
  const view = await ada.ask("GET", `/api/rooms/${first.id}`);
  expect(view.body).toMatchObject({
    room: { id: first.id, problem: "url-shortener", mode: "live", state: "live", role: "owner", lastRun: null },
  });
});

test("a practice room has the interviewer in it and is open to observers only", async () => {
  const ada = await guest(server.origin, "Ada");
  const { status, body } = await ada.ask("POST", "/api/rooms", { problem: "url-shortener", mode: "practice" });
  expect([status, body]).toMatchObject([
    201,
    { room: { mode: "practice", interviewer: "interviewer", role: "owner" } },
  ]);
  const { room, invites } = z.object({ room: z.object({ id: z.string() }), invites: z.unknown() }).parse(body);
  expect(invites).toEqual({ observer: expect.any(String) });
  const invite = (role: string) => ada.ask("POST", `/api/rooms/${room.id}/invites`, { role });
  expect((await invite("observer")).status).toBe(201);
  expect(await invite("candidate")).toMatchObject({
    status: 409,
    body: { message: expect.stringMatching(/observer/) },
  });
  expect((await ada.ask("GET", `/api/rooms/${room.id}/staff-events`)).status).toBe(404);
});

test("a room's creator says how much the interviewer takes part, where it can", async () => {
  const ada = await guest(server.origin, "Ada");
  const open = async (mode: string, interviewer?: string) =>
    (await ada.ask("POST", "/api/rooms", { problem: "url-shortener", mode, interviewer })).body;
  expect(await open("live")).toMatchObject({ room: { interviewer: "off" } });
  expect(await open("assessment")).toMatchObject({ room: { mode: "assessment", interviewer: "off" } });
  expect(await open("live", "advisor")).toMatchObject({ room: { interviewer: "advisor" } });
  expect(await open("practice", "off")).toMatchObject({ room: { interviewer: "off" } });
  expect(await open("practice", "advisor")).toMatchObject({ error: "not-available" });
});

test("a problem about which the interviewer knows nothing is led by people, also in practice", async () => {
  await using bare = await startTestServer({}, { packs: new Map() });
  const ada = await guest(bare.origin, "Ada");
  const open = (wanted: object) => ada.ask("POST", "/api/rooms", { problem: "url-shortener", ...wanted });
  expect(await open({ mode: "practice" })).toMatchObject({ body: { room: { interviewer: "off" } } });
  expect(await open({ mode: "practice", interviewer: "interviewer" })).toMatchObject({ status: 422 });
  const room = await openRoom(ada);
  expect(await ada.ask("PUT", `/api/rooms/${room.id}/interview/policy`, { policy: "assistant" })).toMatchObject({
    status: 409,
    body: { message: expect.stringContaining("no questions about this problem") },
  });
});

test("what is not there yet says so, and an unknown problem is not found", async () => {
  const ada = await guest(server.origin, "Ada");
  const statuses = [
    { problem: "url-shortener", mode: "live", lobby: true },
    { problem: "url-shortener", mode: "live", interviewer: "ai" },
    { problem: "no-such-problem", mode: "live" },
    { problem: "url-shortener", mode: "party" },
    {},
  ].map(async (body) => (await ada.ask("POST", "/api/rooms", body)).status);
  expect(await Promise.all(statuses)).toEqual([422, 400, 404, 400, 400]);
});

test("a room moves only along its states, and stays ended", async () => {
  const ada = await guest(server.origin, "Ada");
  const room = await openRoom(ada);
  const candidate = await join(server.origin, room, "candidate", "Bob");
  const move = async (name: string, who = ada) => (await who.ask("POST", `/api/rooms/${room.id}/${name}`)).status;
  expect(await move("start")).toBe(409);
  expect(await move("unlock")).toBe(409);
  expect(await move("lock", candidate)).toBe(404);
  expect(await move("lock")).toBe(200);
  expect(await move("lock")).toBe(409);
  expect(await move("unlock")).toBe(200);
  expect(await move("reopen")).toBe(409);
  expect(await move("end")).toBe(200);
  for (const name of ["start", "lock", "unlock", "end", "reopen"]) expect(await move(name)).toBe(409);
  const { body } = await candidate.ask("GET", `/api/rooms/${room.id}/events`);
  const Events = z.object({ events: z.array(z.looseObject({ seq: z.number(), type: z.string() })) });
  // Its report follows whenever it is written.
  const events = Events.parse(body).events.filter(({ type }) => type !== "report");
  expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
  expect(events.map(({ type, state }) => state ?? type)).toEqual(["joined", "joined", "locked", "live", "ended"]);
});

test("the same move pressed by two at once happens once", async () => {
  const ada = await guest(server.origin, "Ada");
  const room = await openRoom(ada);
  const asked = await Promise.all(Array.from({ length: 6 }, () => ada.ask("POST", `/api/rooms/${room.id}/lock`)));
  expect(asked.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409, 409, 409, 409]);
});

test("unknown, foreign and malformed ids get one and the same answer", async () => {
  const ada = await guest(server.origin, "Ada");
  const eve = await guest(server.origin, "Eve");
  const room = await openRoom(ada);
  const paths = [
    `/api/rooms/${room.id}`,
    `/api/rooms/${crypto.randomUUID()}`,
    "/api/rooms/not-an-id",
    `/api/rooms/${room.id}/invites`,
    `/api/rooms/${room.id}/documents/schema`,
    "/api/no-such-route",
  ];
  const answers = await Promise.all(paths.map((path) => eve.ask("GET", path)));
  for (const { status, body } of answers) {
    expect(status).toBe(404);
    expect(body).toEqual(answers[0]?.body);
  }
  expect((await ada.ask("GET", `/api/rooms/${room.id}/documents/no-such-document`)).status).toBe(404);
  expect((await request(server.origin, { method: "GET", path: `/api/rooms/${room.id}` })).status).toBe(401);
});

test("a document is read as committed, empty at first", async () => {
  const ada = await guest(server.origin, "Ada");
  const room = await openRoom(ada);
  const { status, body } = await ada.ask("GET", `/api/rooms/${room.id}/documents/design`);
  expect([status, body]).toEqual([200, { text: "", version: "1.0" }]);
});
