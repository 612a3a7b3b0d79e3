import { InterviewView } from "@proofroom/domain/interview/view";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod/mini";
import { type Asked, guest, join, openRoom, type TestClient, type TestRoom } from "../test-client.ts";
import { startTestServer, type TestServer } from "../test-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server[Symbol.asyncDispose]());

const Answer = z.object({ interview: InterviewView });
const viewOf = (asked: Asked): InterviewView => Answer.parse(asked.body).interview;

const asking =
  (room: TestRoom) =>
  (move: string, body?: object, who: TestClient = room.owner): Promise<Asked> =>
    who.ask("POST", `/api/rooms/${room.id}/interview/${move}`, body);

const illegal = { status: 409, body: { error: "illegal-move", message: expect.stringMatching(/\.$/) } };

test.each(["live", "practice"])(
  "the clock of a %s room goes through all phases, each move told to the room",
  async (mode) => {
    const ada = await guest(server.origin, "Ada");
    const room = await openRoom(ada, { mode, interviewer: "off" });
    const ask = asking(room);
    for (const early of ["next", "pause", "resume"]) expect(await ask(early)).toMatchObject(illegal);
    expect(await ask("extend", { minutes: 5 })).toMatchObject(illegal);
    expect(await ask("start", { minutes: 30 })).toMatchObject({ status: 400 });

    const started = viewOf(await ask("start", { minutes: 20 }));
    expect(started).toMatchObject({
      policy: "off",
      voice: "none",
      minutes: 20,
      phase: { id: "clarify", pausedAt: null },
    });
    expect(started.phases.map(({ minutes }) => minutes)).toEqual([3, 5, 4, 4, 3, 1]);
    expect(await ask("start", { minutes: 20 })).toMatchObject(illegal);

    expect(viewOf(await ask("pause")).phase?.pausedAt).not.toBeNull();
    expect(await ask("pause")).toMatchObject(illegal);
    expect(viewOf(await ask("resume")).phase?.pausedAt).toBeNull();
    expect(await ask("resume")).toMatchObject(illegal);

    const before = viewOf(await ada.ask("GET", `/api/rooms/${room.id}/interview`));
    const extended = viewOf(await ask("extend", { minutes: 4 }));
    expect(Date.parse(extended.phase?.endsAt ?? "") - Date.parse(before.phase?.endsAt ?? "")).toBe(4 * 60_000);
    for (const minutes of [0, 31, 1.5]) expect((await ask("extend", { minutes })).status).toBe(400);

    for (const id of ["high-level", "api-data", "deep-dive", "scale-failure", "wrap-up"])
      expect(viewOf(await ask("next")).phase?.id).toBe(id);
    expect(await ask("next")).toMatchObject(illegal);

    const Events = z.object({ events: z.array(z.looseObject({ type: z.string() })) });
    const { events } = Events.parse((await ada.ask("GET", `/api/rooms/${room.id}/events`)).body);
    const told = events.filter(({ type }) => type === "phase");
    expect(told.map(({ action }) => action).join(" ")).toBe("start pause resume extend next next next next next");
    for (const event of told) expect(event["by"]).toEqual(ada.person);
  },
);

test("of many who press at once one moves the clock", async () => {
  const ada = await guest(server.origin, "Ada");
  const room = await openRoom(ada);
  const ivy = await join(server.origin, room, "interviewer", "Ivy");
  const ask = asking(room);
  const won = async (move: string, body?: object) => {
    const asked = await Promise.all([ada, ivy, ada, ivy].map((who) => ask(move, body, who)));
    return asked.map(({ status }) => status).toSorted((a, b) => a - b);
  };
  expect(await won("start", { minutes: 45 })).toEqual([200, 409, 409, 409]);
  expect(await won("pause")).toEqual([200, 409, 409, 409]);
  expect(await won("resume")).toEqual([200, 409, 409, 409]);
  expect(await won("mute")).toEqual([200, 409, 409, 409]);
});

test("two who press Next at once skip no phase, and time for a phase that is over goes to no other", async () => {
  const ada = await guest(server.origin, "Ada");
  const room = await openRoom(ada);
  const ivy = await join(server.origin, room, "interviewer", "Ivy");
  const ask = asking(room);
  await ask("start", { minutes: 45 });
  const pressed = await Promise.all([ada, ivy].map((who) => ask("next", { from: "clarify" }, who)));
  const late = { status: 409, body: { error: "phase-left", message: expect.stringMatching(/already.*\.$/) } };
  const [moved, refused] = pressed.toSorted((a, b) => a.status - b.status);
  expect(moved).toMatchObject({ status: 200, body: { interview: { phase: { id: "high-level" } } } });
  expect(refused).toMatchObject(late);
  expect(await ask("extend", { minutes: 5, from: "clarify" }, ivy)).toMatchObject(late);
  expect((await ask("extend", { minutes: 5, from: "high-level" }, ivy)).status).toBe(200);
  expect((await ask("next", { from: "dinner" })).status).toBe(400);
  for (const body of [{ from: "high-level" }, {}, undefined]) expect((await ask("next", body)).status).toBe(200);
  const { body } = await ada.ask("GET", `/api/rooms/${room.id}/interview`);
  expect(body).toMatchObject({ interview: { phase: { id: "scale-failure" } } });
});

test("candidates and observers see the clock of a live room and do not hold it", async () => {
  const ada = await guest(server.origin, "Ada");
  const room = await openRoom(ada);
  for (const role of ["candidate", "observer"] as const) {
    const bob = await join(server.origin, room, role, "Bob");
    expect((await asking(room)("start", { minutes: 45 }, bob)).status).toBe(404);
    expect((await bob.ask("GET", `/api/rooms/${room.id}/interview`)).status).toBe(200);
  }
});

test("the policy is the owner's, changes are told, and everybody sees it", async () => {
  const ada = await guest(server.origin, "Ada");
  const room = await openRoom(ada);
  const bob = await join(server.origin, room, "candidate", "Bob");
  const put = (who: TestClient, policy: string) => who.ask("PUT", `/api/rooms/${room.id}/interview/policy`, { policy });
  expect((await put(bob, "assistant")).status).toBe(404);
  expect((await put(ada, "everything")).status).toBe(400);
  expect(viewOf(await put(ada, "assistant"))).toMatchObject({ policy: "assistant", voice: "rules" });
  expect((await put(ada, "assistant")).status).toBe(200);
  expect(viewOf(await bob.ask("GET", `/api/rooms/${room.id}/interview`)).policy).toBe("assistant");
  expect((await bob.ask("GET", `/api/rooms/${room.id}`)).body).toMatchObject({ room: { interviewer: "assistant" } });
  const { body } = await bob.ask("GET", `/api/rooms/${room.id}/events`);
  expect(body).toMatchObject({
    events: expect.arrayContaining([expect.objectContaining({ type: "policy", by: ada.person })]),
  });
});

test("an ended room keeps its clock where it stood", async () => {
  const ada = await guest(server.origin, "Ada");
  const room = await openRoom(ada);
  await asking(room)("start", { minutes: 45 });
  await ada.ask("POST", `/api/rooms/${room.id}/end`);
  const view = viewOf(await ada.ask("GET", `/api/rooms/${room.id}/interview`));
  expect(view.phase).toMatchObject({ id: "clarify", pausedAt: expect.any(String) });
  expect((await asking(room)("resume")).status).toBe(404);
});
