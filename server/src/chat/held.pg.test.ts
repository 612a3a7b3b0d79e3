import { RoomFact } from "@proofroom/domain/room/channel";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod/mini";
import { guest, join, openRoom, type TestClient } from "../test-client.ts";
import { channel, seated } from "../test-sockets.ts";
import { startTestServer, type TestServer } from "../test-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server[Symbol.asyncDispose]());

const insult = "you are an idiot";
const token = ["ghp_", "16C7e42F292c6912E7710c838347Ae178B4a"].join("");
const Events = z.object({ events: z.array(z.intersection(RoomFact, z.object({ seq: z.int() }))) });
const Held = z.object({
  held: z.array(z.object({ id: z.string(), text: z.string(), person: z.object({ name: z.string() }) })),
});

async function room() {
  const ada = await guest(server.origin, "Ada");
  const opened = await openRoom(ada);
  const ivan = await join(server.origin, opened, "interviewer", "Ivan");
  const carl = await join(server.origin, opened, "candidate", "Carl");
  const at = (path: string) => `/api/rooms/${opened.id}/${path}`;
  return {
    id: opened.id,
    ada,
    ivan,
    carl,
    at,
    say: (who: TestClient, id: string, text: string) => who.ask("POST", at("messages"), { id, text }),
    decide: (who: TestClient, id: string, decision: string) => who.ask("POST", at(`held/${id}`), { decision }),
    waiting: async (who: TestClient) => Held.parse((await who.ask("GET", at("held"))).body).held,
    events: async (who: TestClient, stream = "events") => Events.parse((await who.ask("GET", at(stream))).body).events,
  };
}

test("an insult waits: nobody reads it but staff, who show it as its author's own message", async () => {
  const { ada, carl, ivan, say, decide, waiting, events } = await room();
  const said = await say(carl, "m-1", insult);
  expect(said).toMatchObject({
    status: 409,
    body: { error: "held", message: expect.stringMatching(/decides whether/) },
  });
  expect((await say(carl, "m-1", insult)).body).toEqual(said.body);
  expect(JSON.stringify(await events(carl))).not.toContain("idiot");

  const [held] = await waiting(ivan);
  expect(await waiting(ada)).toMatchObject([{ text: insult, person: { name: "Carl" } }]);
  const told = (await events(ivan, "staff-events")).filter(({ type }) => type === "held");
  expect(told).toMatchObject([{ id: held?.id, message: "m-1", reason: "abuse", text: insult }]);

  const shown = await decide(ivan, held?.id ?? "", "released");
  expect(shown).toMatchObject({ status: 200, body: { decision: "released", seq: expect.any(Number) } });
  expect((await decide(ivan, held?.id ?? "", "released")).body).toEqual(shown.body);
  expect(await decide(ada, held?.id ?? "", "refused")).toMatchObject({
    status: 409,
    body: { error: "decided-already" },
  });
  expect((await events(carl)).at(-1)).toMatchObject({ type: "message", id: "m-1", text: insult, person: carl.person });
  expect((await say(carl, "m-1", insult)).body).toEqual({ seq: z.object({ seq: z.int() }).parse(shown.body).seq });
  expect(await waiting(ivan)).toEqual([]);
});

test("whoever wrote a message that staff refuse learns it, on the socket and by sending it again", async () => {
  const { id, carl, ivan, say, decide, waiting, events } = await room();
  const { socket, ...there } = channel(server.origin, carl, id);
  await seated({ socket });
  await say(carl, "m-1", insult);
  const [held] = await waiting(ivan);
  await decide(ivan, held?.id ?? "", "refused");
  const told = { type: "held-decided", message: "m-1", decision: "refused" };
  await expect.poll(() => there.live).toContainEqual(told);
  expect((await say(carl, "m-1", insult)).body).toMatchObject({ error: "refused" });
  expect((await events(carl)).filter(({ type }) => type === "message")).toEqual([]);
  expect((await events(ivan, "staff-events")).at(-1)).toMatchObject({ type: "held-decided", decision: "refused" });
  socket.close();
});

test("where nobody but its author could decide, an insult is refused with the reason", async () => {
  const ada = await guest(server.origin, "Ada");
  for (const mode of ["practice", "live"]) {
    const { id } = await openRoom(ada, { mode });
    const said = await ada.ask("POST", `/api/rooms/${id}/messages`, { id: "m-1", text: insult });
    expect(said).toMatchObject({ status: 409, body: { error: "abuse", message: expect.stringMatching(/not kept/) } });
  }
});

test("nobody decides about their own message, and a candidate about none", async () => {
  const { ada, carl, ivan, say, decide, waiting } = await room();
  await say(ivan, "m-1", insult);
  const [held] = await waiting(ada);
  expect(await decide(ivan, held?.id ?? "", "released")).toMatchObject({ status: 409, body: { error: "own-message" } });
  expect((await decide(carl, held?.id ?? "", "released")).status).toBe(404);
  expect((await decide(ada, held?.id ?? "", "released")).status).toBe(200);
});

test("a held message of somebody who was removed cannot be shown any more", async () => {
  const { id, carl, ivan, say, decide, waiting } = await room();
  await say(carl, "m-1", insult);
  const [held] = await waiting(ivan);
  await server.db
    .updateTable("member")
    .set({ removed_at: new Date() })
    .where("room_id", "=", id)
    .where("person_id", "=", carl.person.id)
    .execute();
  expect(await decide(ivan, held?.id ?? "", "released")).toMatchObject({ status: 409, body: { error: "author-gone" } });
  expect((await decide(ivan, held?.id ?? "", "refused")).status).toBe(200);
});

test("a credential never reaches the database, and its author is told what to do", async () => {
  const { carl, say, events } = await room();
  const said = await say(carl, "m-1", `use ${token}`);
  expect(said).toMatchObject({ status: 201, body: { note: expect.stringMatching(/GitHub token.*revoke/) } });
  expect((await say(carl, "m-1", `use ${token}`)).body).toEqual(said.body);
  expect((await events(carl)).at(-1)).toMatchObject({ text: "use [redacted GitHub token]" });
  await say(carl, "m-2", `${insult} ${token}`);
  for (const table of ["room_event", "staff_event", "held_message"] as const) {
    expect(JSON.stringify(await server.db.selectFrom(table).selectAll().execute())).not.toContain(token);
  }
});

test("what nobody can see is not kept, and what engineers say is", async () => {
  const { carl, say, events } = await room();
  expect(await say(carl, "m-1", "\u200b\u202e")).toMatchObject({ status: 422, body: { error: "empty" } });
  await say(carl, "m-2", "kill -9 the \u202emaster");
  expect((await events(carl)).at(-1)).toMatchObject({ text: "kill -9 the master" });
});
