import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { comeIn, get, type Integrator, openRoom, request, type Room, signIn, tokenOf } from "./integrator.ts";
import { type Proofroom, startProofroom } from "./proofroom.ts";
import { openDocument } from "./stock-clients.ts";

let proofroom: Proofroom;
let origin: string;
let room: Room;
let carl: Integrator;
let zed: Integrator;

beforeAll(async () => {
  proofroom = await startProofroom();
  origin = proofroom.url;
  [room, zed] = await Promise.all([openRoom(origin, "Ivy"), signIn(origin, "Zed")]);
  carl = await comeIn(origin, room.invites.candidate, "Carl");
});
afterAll(() => proofroom?.[Symbol.asyncDispose]());

const notAvailable = { status: 422, body: { error: "not-available", message: expect.stringMatching(/\w \w.*\.$/) } };
const accept = (token: string, cookie = "") =>
  request(origin, { method: "POST", path: "/api/invites/accept", body: { token }, headers: { cookie } });

test("it says that it lives, and what it leans on", async () => {
  expect(await get(origin, "/healthz")).toMatchObject({ status: 200 });
  expect(await get(origin, "/readyz")).toMatchObject({ status: 200, body: { database: "ok", temporal: "ok" } });
});

test("a guest has a session until it is ended", async () => {
  const guest = await signIn(origin, "Gus");
  expect(await guest.ask("GET", "/api/session")).toMatchObject({ status: 200, body: { person: { name: "Gus" } } });
  expect(await guest.ask("DELETE", "/api/session")).toMatchObject({ status: 204 });
  expect(await guest.ask("GET", "/api/session")).toMatchObject({ status: 401, body: { error: "signed-out" } });
});

test("a change from elsewhere is refused, and so is a body that is not JSON", async () => {
  const send = async (headers: Record<string, string>) =>
    (await fetch(`${origin}/api/rooms`, { method: "POST", body: "{}", headers: { cookie: zed.cookie, ...headers } }))
      .status;
  const json = { "content-type": "application/json" };
  for (const from of ["http://evil.example", "null", origin.replace("127.0.0.1", "localhost")]) {
    expect([from, await send({ origin: from, ...json })]).toEqual([from, 403]);
  }
  expect(await send(json)).toBe(403);
  for (const type of ["text/plain", "application/x-www-form-urlencoded"]) {
    expect([type, await send({ origin, "content-type": type })]).toEqual([type, 415]);
  }
  expect(await send({ origin, ...json })).toBe(400);
});

test("problems are listed, found by difficulty and tag, and unknown ones are not", async () => {
  const ids = async (query: string) =>
    z
      .object({ problems: z.array(z.object({ id: z.string(), title: z.string() })) })
      .parse((await get(origin, `/api/problems${query}`)).body)
      .problems.map(({ id }) => id);
  expect(await ids("")).toContain("url-shortener");
  expect(await ids("?difficulty=easy&tag=caching")).toContain("url-shortener");
  expect(await ids("?tag=no-such-tag")).toEqual([]);
  expect(await get(origin, "/api/problems/nope")).toMatchObject({ status: 404, body: { error: "not-found" } });
});

test("what is promised and not built yet says so", async () => {
  const lobby = { problem: "url-shortener", mode: "live", lobby: true };
  expect(await zed.ask("POST", "/api/rooms", lobby)).toMatchObject(notAvailable);
  const runs = (wanted: object) => carl.ask("POST", room.at("runs"), wanted);
  expect(await runs({ target: "gcp" })).toMatchObject(notAvailable);
  expect(await runs({ target: "terraform" })).toMatchObject(notAvailable);
  expect(await runs({ suites: ["functional", "chaos"] })).toMatchObject(notAvailable);
});

test("an interview has a clock that staff hold, under every policy, and a policy that the owner sets", async () => {
  const { owner } = room;
  const clock = (move: string, body: object = {}) => owner.ask("POST", room.at(`interview/${move}`), body);
  const conflict = { status: 409, body: { message: expect.stringMatching(/\.$/) } };
  expect(await carl.ask("GET", room.at("interview"))).toMatchObject({
    status: 200,
    body: { interview: { policy: "off", voice: "none", muted: false, minutes: null, phases: [], phase: null } },
  });
  expect(await clock("next")).toMatchObject(conflict);
  expect(await carl.ask("POST", room.at("interview/start"), { minutes: 45 })).toMatchObject({ status: 404 });
  expect(await clock("start", { minutes: 45 })).toMatchObject({
    status: 200,
    body: { interview: { minutes: 45, phase: { id: "clarify", pausedAt: null } } },
  });
  expect(await clock("start", { minutes: 45 })).toMatchObject(conflict);
  expect(await clock("next")).toMatchObject({ body: { interview: { phase: { id: "high-level" } } } });
  expect(await carl.ask("POST", room.at("hints"), {})).toMatchObject(conflict);
  expect(await owner.ask("PUT", room.at("interview/policy"), { policy: "advisor" })).toMatchObject({
    status: 200,
    body: { interview: { policy: "advisor", voice: "rules", voiceReason: expect.stringContaining("No key") } },
  });
  expect(await owner.ask("PUT", room.at("interview/policy"), { policy: "off" })).toMatchObject({ status: 200 });
  expect(await carl.ask("GET", room.at("report"))).toMatchObject({ status: 409, body: { error: "not-ended" } });
  expect(await zed.ask("GET", "/api/session/usage")).toMatchObject({
    status: 200,
    body: { turns: 0, tokensIn: 0, tokensOut: 0, costUsd: 0 },
  });
});

test("a practice room admits observers only, and its owner holds the clock and takes every hint", async () => {
  const opened = await zed.ask("POST", "/api/rooms", { problem: "url-shortener", mode: "practice" });
  expect(opened).toMatchObject({ status: 201, body: { room: { mode: "practice", interviewer: "interviewer" } } });
  const { room: mine, invites } = z
    .object({ room: z.object({ id: z.string() }), invites: z.record(z.string(), z.string()) })
    .parse(opened.body);
  expect(Object.keys(invites)).toEqual(["observer"]);
  const ask = (method: string, path: string, body?: object) => zed.ask(method, `/api/rooms/${mine.id}/${path}`, body);
  expect(await ask("GET", "staff-events")).toMatchObject({ status: 404 });
  expect(await ask("POST", "interview/start", { minutes: 20 })).toMatchObject({ status: 200 });
  for (const level of ["nudge", "pointed", "partial"])
    expect(await ask("POST", "hints", {})).toMatchObject({ status: 201, body: { hint: { level } } });
  expect(await ask("POST", "end")).toMatchObject({ status: 200 });
  expect(await ask("GET", "report")).toMatchObject({ status: 200, body: { voice: "rules", marks: [] } });
});

test("an illegal move of the room is a conflict, a legal one answers the room", async () => {
  const move = (name: string) => room.owner.ask("POST", room.at(name));
  for (const name of ["start", "unlock", "reopen"])
    expect([name, await move(name)]).toMatchObject([name, { status: 409 }]);
  expect(await move("lock")).toMatchObject({ status: 200, body: { room: { id: room.id, state: "locked" } } });
  expect(await move("lock")).toMatchObject({ status: 409 });
  expect(await move("unlock")).toMatchObject({ status: 200, body: { room: { state: "live" } } });
});

describe("an invite", () => {
  test("lets one person in; a member is answered with the role held, and uses nothing up", async () => {
    expect(await accept(tokenOf(room.invites.interviewer), carl.cookie)).toMatchObject({
      status: 200,
      body: { roomId: room.id, role: "candidate" },
    });
    expect(await accept(tokenOf(room.invites.candidate), zed.cookie)).toMatchObject({ status: 410 });
    expect(await accept("A".repeat(22), zed.cookie)).toMatchObject({ status: 404, body: { error: "not-found" } });
    const iris = await comeIn(origin, room.invites.interviewer, "Iris");
    expect(await iris.ask("GET", `/api/rooms/${room.id}`)).toMatchObject({ body: { room: { role: "interviewer" } } });
  });

  test("is the owner's to make, to see and to revoke", async () => {
    expect(await carl.ask("POST", room.at("invites"), { role: "observer" })).toMatchObject({ status: 404 });
    const made = await room.owner.ask("POST", room.at("invites"), { role: "observer" });
    expect(made).toMatchObject({ status: 201, body: { invite: { role: "observer" } } });
    const { invite } = z.object({ invite: z.object({ id: z.string(), url: z.url() }) }).parse(made.body);
    const olga = await comeIn(origin, invite.url, "Olga");
    const revoked = await room.owner.ask("DELETE", room.at(`invites/${invite.id}`));
    expect(revoked).toMatchObject({ status: 204 });
    expect(await olga.ask("GET", `/api/rooms/${room.id}`)).toMatchObject({ status: 404 });
    expect(await accept(tokenOf(invite.url), olga.cookie)).toMatchObject({ status: 410 });
  });
});

test("a document is answered as committed, now and at an earlier version", async () => {
  using document = openDocument(carl, room.id, "schema");
  using other = openDocument(room.owner, room.id, "schema");
  document.text.insert(0, "second");
  await other.reads("second");
  const at = (query = "") => carl.ask("GET", room.at(`documents/schema${query}`));
  expect(await at()).toMatchObject({ status: 200, body: { text: "second", version: "1.1" } });
  document.text.insert(0, "first ");
  await other.reads("first second");
  expect(await at()).toMatchObject({ body: { text: "first second", version: "1.2" } });
  expect(await at("?version=1.1")).toMatchObject({ body: { text: "second", version: "1.1" } });
  expect(await at("?version=1.9")).toMatchObject({ status: 404 });
  expect(await carl.ask("GET", room.at("documents/essay"))).toMatchObject({ status: 404 });
});

test("a message sent again keeps its place, and events have no gap", async () => {
  const said = await carl.ask("POST", room.at("messages"), { id: "m-1", text: "hello" });
  expect(said).toMatchObject({ status: 201, body: { seq: expect.any(Number) } });
  expect((await carl.ask("POST", room.at("messages"), { id: "m-1", text: "hello" })).body).toEqual(said.body);
  const { events } = z
    .object({ events: z.array(z.looseObject({ seq: z.int(), at: z.iso.datetime(), type: z.string() })) })
    .parse((await carl.ask("GET", room.at("events"))).body);
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  const { seq } = z.object({ seq: z.int() }).parse(said.body);
  expect(events[seq - 1]).toMatchObject({ type: "message", id: "m-1", person: { id: carl.id, name: "Carl" } });
  expect(await carl.ask("GET", room.at(`messages?after=${seq - 1}`))).toMatchObject({
    body: { messages: [{ seq, id: "m-1", text: "hello" }] },
  });
  expect(await carl.ask("GET", room.at("staff-events"))).toMatchObject({ status: 404 });
});

test("unknown and foreign ids get one answer, whatever is asked", async () => {
  const unknown = (await get(origin, "/api/nope")).text;
  const paths = [`/api/rooms/${room.id}`, `/api/rooms/${crypto.randomUUID()}`, "/api/rooms/%zz", "/api/runs/x"];
  for (const what of ["documents/schema", "events", "messages", "runs", "invites", "interview"])
    paths.push(room.at(what));
  for (const path of paths) {
    expect([path, await zed.ask("GET", path)]).toMatchObject([path, { status: 404, text: unknown }]);
  }
  const invites = z.object({ invites: z.array(z.object({ id: z.string() })) });
  const mine = await openRoom(origin, "Ida");
  const theirs = invites.parse((await room.owner.ask("GET", room.at("invites"))).body).invites[0]?.id;
  const crossed = await mine.owner.ask("DELETE", mine.at(`invites/${theirs}`));
  expect(crossed).toMatchObject({ status: 404, text: unknown });
});

test("the description of the API names every promised route", async () => {
  const { paths } = z
    .object({ openapi: z.string(), paths: z.record(z.string(), z.record(z.string(), z.looseObject({}))) })
    .parse((await get(origin, "/api/openapi.json")).body);
  const described = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((m) => `${m} ${path}`));
  expect(described).toEqual(
    expect.arrayContaining([
      "post /api/session/guest",
      "get /api/problems/{problem}",
      "post /api/invites/accept",
      "get /api/rooms/{room}/staff-events",
      "get /api/rooms/{room}/documents/{document}",
      "delete /api/rooms/{room}/invites/{invite}",
      "post /api/rooms/{room}/runs",
      "get /api/runs/{run}/events",
      "post /api/runs/{run}/cancel",
      "post /api/rooms/{room}/hints",
    ]),
  );
});
