import type { LiveFact, RoomEvent } from "@proofroom/domain/room/channel";
import { freshDatabase } from "@proofroom/migrations/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestClock, testClock } from "../test-clock.ts";
import { guest, join, openRoom } from "../test-client.ts";
import { practise, type Sitting, sit, speeches, viewOf } from "../test-interview.ts";
import { type TestDatabase, startTestServer, type TestServer } from "../test-server.ts";
import { heard } from "../test-sockets.ts";

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

const isPause = (event: RoomEvent): boolean => event.type === "phase" && event.action === "pause";
/** Resolves when nobody but the watcher has a socket in the room. */
const alone = ({ client, ears }: Sitting): Promise<void> =>
  new Promise((resolve) => {
    const look = (fact: LiveFact | undefined): void => {
      if (fact?.type === "presence" && fact.people.every(({ id }) => id === client.person.id)) resolve();
    };
    look(ears.live.at(-1));
    ears.socket.on("live", look);
  });

async function watchedPractice(wanted: object = {}): Promise<{ ada: Sitting; olga: Sitting }> {
  const ada = await practise(server, wanted);
  const olga = await sit(server, await join(server.origin, ada.room, "observer", "Olga"), ada.room);
  await ada.press("interview/start", { minutes: 45 });
  return { ada, olga };
}

test("a practice that everybody left pauses after a minute, says so, and goes on only when somebody presses", async () => {
  const { ada, olga: watched } = await watchedPractice();
  await ada.hears("goal");
  ada.leave();
  await alone(watched);
  await clock.advance(50_000);
  expect((await viewOf(ada)).phase?.pausedAt).toBeNull();
  await clock.advance(10_000);
  const paused = await heard(watched.ears, "event", isPause);
  expect(paused).toMatchObject({ by: null, phase: "clarify" });
  expect(await watched.hears("notice")).toMatchObject({ text: expect.stringContaining("paused the clock") });

  await clock.advance(600_000);
  const back = await sit(server, ada.client, ada.room);
  expect((await viewOf(back)).phase?.pausedAt).toBe(paused.at);
  expect(speeches(back.ears).map(({ kind }) => kind)).toEqual(["greeting", "goal", "notice"]);
  expect((await back.press("interview/resume")).status).toBe(200);
  expect(await back.hears("notice")).toMatchObject({ text: expect.stringContaining("paused") });
  expect(await back.hears("notice")).toMatchObject({ text: expect.stringContaining("Welcome back") });
  back.leave();
  watched.leave();
});

test("whoever comes back within the minute finds the clock running", async () => {
  const { ada, olga } = await watchedPractice();
  await ada.hears("goal");
  ada.leave();
  await alone(olga);
  await clock.advance(40_000);
  const back = await sit(server, ada.client, ada.room);
  await clock.advance(70_000);
  await back.say("How many reads per second?");
  await back.hears("clarification");
  expect((await viewOf(back)).phase?.pausedAt).toBeNull();
  back.leave();
  olga.leave();
});

test("a program without a socket is there for a minute after each thing that it does", async () => {
  const ada = await guest(server.origin, "Ada");
  const room = await openRoom(ada, { mode: "practice" });
  const olga = await sit(server, await join(server.origin, room, "observer", "Olga"), room);
  const at = (path: string) => `/api/rooms/${room.id}/${path}`;
  await ada.ask("POST", at("interview/start"), { minutes: 45 });
  await olga.hears("goal");
  await clock.advance(50_000);
  await ada.ask("POST", at("messages"), { id: "m1", text: "How many reads per second?" });
  await olga.hears("clarification");
  await clock.advance(50_000);
  expect((await viewOf(olga)).phase?.pausedAt).toBeNull();
  await clock.advance(10_000);
  await heard(olga.ears, "event", isPause);
  expect((await ada.ask("GET", at("messages"))).body).toMatchObject({
    messages: [
      { person: null, voice: "rules", kind: "greeting" },
      { kind: "goal" },
      { id: "m1", person: ada.person },
      { kind: "clarification", to: expect.any(Number) },
      { kind: "notice" },
    ],
  });
  olga.leave();
});

test("the clock of a live room runs on when people leave it", async () => {
  const ada = await guest(server.origin, "Ada");
  const room = await openRoom(ada);
  const sitting = await sit(server, ada, room);
  await sitting.press("interview/start", { minutes: 45 });
  sitting.leave();
  await clock.advance(5_000);
  await clock.advance(120_000);
  expect((await viewOf(sitting)).phase?.pausedAt).toBeNull();
});

test("with the interviewer off, a practice that was left pauses without a word", async () => {
  const { ada, olga: watched } = await watchedPractice({ interviewer: "off" });
  ada.leave();
  await alone(watched);
  await clock.advance(61_000);
  await heard(watched.ears, "event", isPause);
  expect(speeches(watched.ears)).toEqual([]);
  watched.leave();
});
