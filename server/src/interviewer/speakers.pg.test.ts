import type { LiveFact } from "@proofroom/domain/room/channel";
import { freshDatabase } from "@proofroom/migrations/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { guest, join, openRoom, request, type TestClient } from "../test-client.ts";
import { practise, type Sitting, sit, speeches, viewOf } from "../test-interview.ts";
import { type TestDatabase, startTestServer } from "../test-server.ts";
import { heard } from "../test-sockets.ts";
import type { Spoken, Turn } from "./voice.ts";
import { rulesOnly } from "./choose-voice.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());

/** The same person with the same session at another server, which calls its cookie otherwise. */
async function elsewhere(origin: string, client: TestClient): Promise<TestClient> {
  const [name] = (await guest(origin, "Nobody")).cookie.split("=", 1);
  const cookie = client.cookie.replace(/^[^=]+/, name ?? "");
  const ask: TestClient["ask"] = (method, path, body) => request(origin, { method, path, body, headers: { cookie } });
  return { ...client, cookie, ask };
}

const kinds = (of: Parameters<typeof speeches>[0]): string[] => speeches(of).map(({ kind = "" }) => kind);

test("a restart in the middle loses nothing of the interview and repeats nothing", async () => {
  const first = await startTestServer({}, {}, database);
  const before = await practise(first);
  await before.press("interview/start", { minutes: 45 });
  await before.hears("goal");
  await before.say("How many reads per second?");
  await before.hears("clarification");
  await before.press("interview/next");
  await before.hears("goal");
  await before.press("hints", {});
  const { serverTime: _, ...view } = await viewOf(before);
  const said = speeches(before.ears);
  before.leave();
  await first[Symbol.asyncDispose]();

  await using second = await startTestServer({}, {}, database);
  const after = await sit(second, await elsewhere(second.origin, before.client), before.room);
  const { serverTime, ...same } = await viewOf(after);
  expect(same).toEqual(view);
  expect(Date.parse(serverTime)).toBeLessThan(Date.parse(same.phase?.endsAt ?? ""));
  await after.press("interview/check");
  await after.hears("recap");
  await after.hears("recap");
  expect(speeches(after.ears).slice(0, said.length)).toEqual(said);
  expect(kinds(after.ears).filter((kind) => kind === "greeting")).toHaveLength(1);
  after.leave();
});

test("of two servers on one database one speaks in a room, and when it dies the other goes on", async () => {
  const first = await startTestServer({}, {}, database);
  await using second = await startTestServer({}, {}, database);
  const ada = await practise(first);
  const there = await sit(second, await elsewhere(second.origin, ada.client), ada.room);
  await ada.press("interview/start", { minutes: 45 });
  await Promise.all([ada.hears("goal"), there.hears("goal")]);
  await there.say("How many reads per second?");
  await Promise.all([ada.hears("clarification"), there.hears("clarification")]);
  expect(kinds(there.ears)).toEqual(["greeting", "goal", "clarification"]);
  expect(speeches(there.ears)).toEqual(speeches(ada.ears));

  ada.leave();
  await first[Symbol.asyncDispose]();
  await there.say("And how many reads per second at night?");
  await there.hears("clarification", "reply", "assumption");
  expect(kinds(there.ears).filter((kind) => kind === "greeting")).toHaveLength(1);
  there.leave();
});

test("an advisor that speaks in one server is seen speaking by staff at another, and by nobody else there", async () => {
  const voice = slowVoice();
  await using first = await startTestServer({}, { voice }, database);
  await using second = await startTestServer({}, { voice }, database);
  const owner = await guest(first.origin, "Ada");
  const room = await openRoom(owner, { mode: "live", interviewer: "advisor" });
  const ada = await sit(first, owner, room);
  const there = await sit(second, await elsewhere(second.origin, owner), room);
  const carl = await join(first.origin, room, "candidate", "Carl");
  const candidate = await sit(second, await elsewhere(second.origin, carl), room);
  await ada.press("interview/start", { minutes: 45 });
  await heard(there.ears, "staff", (event) => event.type === "message" && event.kind === "goal");
  const speaking = voice.began();
  await ada.say("@interviewer how many reads per second?", { channel: "staff" });
  const { id } = await speaking;
  for (const one of [ada, there]) await fact(one, (told) => told.type === "words" && told.turn === id);
  voice.goOn();
  for (const one of [ada, there]) await fact(one, (told) => told.type === "end" && told.turn === id);
  const last = await ada.say("Go on.");
  await heard(candidate.ears, "event", ({ seq }) => seq >= last);
  expect(candidate.ears.live.filter(({ type }) => type !== "presence" && type !== "typing")).toEqual([]);
  for (const one of [ada, there, candidate]) one.leave();
});

test("a server whose lock's connection breaks takes the room up again and says nothing twice", async () => {
  await using server = await startTestServer({}, {}, database);
  const ada = await practise(server);
  await ada.press("interview/start", { minutes: 45 });
  await ada.hears("goal");
  await database.pool.query(
    "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and pid <> pg_backend_pid()",
  );
  await ada.say("How many reads per second?");
  await ada.hears("clarification");
  expect(kinds(ada.ears)).toEqual(["greeting", "goal", "clarification"]);
  ada.leave();
});

test("a database that drops every connection costs the interview nothing", async () => {
  await using server = await startTestServer({}, {}, database);
  const ada = await practise(server);
  await ada.press("interview/start", { minutes: 45 });
  await ada.hears("goal");
  await dropConnections();
  const says = async (text: string): Promise<number> => ada.say(text).catch(() => says(text));
  const asked = await says("How many reads per second?");
  expect(await ada.hears("clarification")).toMatchObject({ to: asked });
  await dropConnections();
  await says("How long do links live?");
  await ada.hears("clarification", "assumption", "reply");
  expect(kinds(ada.ears).slice(0, 3)).toEqual(["greeting", "goal", "clarification"]);
  ada.leave();
});

const dropConnections = async (): Promise<void> => {
  const own = "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()";
  await database.pool.query(`${own} and pid <> pg_backend_pid()`);
};

/** A voice that says the first half at once and the rest when it is told to, or never. */
function slowVoice(half = "The first sentence. ") {
  const asked: Turn[] = [];
  let goOn = (): void => {};
  let began = Promise.withResolvers<Turn>();
  return {
    asked,
    began: () => began.promise,
    goOn: () => goOn(),
    ...rulesOnly,
    speak(turn: Turn, out: { words(text: string): void; signal: AbortSignal }): Promise<Spoken> {
      asked.push(turn);
      if (turn.say.kind !== "clarification") return rulesOnly.speak(turn, out);
      out.words(half);
      began.resolve(turn);
      began = Promise.withResolvers();
      return new Promise((resolve) => {
        goOn = () => resolve({ text: `${half}${turn.say.text}`, voice: "claude", place: null });
        out.signal.addEventListener("abort", () => {
          const ended = out.signal.reason === "interrupted" ? "interrupted" : "stopped";
          resolve({ text: half, voice: "claude", place: null, ended });
        });
      });
    },
  };
}

test("what is being said can be stopped, and one's own next message interrupts it; released words stay", async () => {
  const voice = slowVoice();
  await using server = await startTestServer({}, { voice }, database);
  const ada = await practise(server);
  await ada.press("interview/start", { minutes: 45 });
  await ada.hears("goal");

  let speaking = voice.began();
  await ada.say("How many reads per second?");
  const { id } = await speaking;
  expect((await ada.press("interview/stop", { turn: "another" })).status).toBe(409);
  expect((await ada.press("interview/stop", { turn: id })).status).toBe(200);
  expect(await ada.hears("clarification")).toMatchObject({ id, text: "The first sentence.", ended: "stopped" });
  expect(ada.ears.live).toContainEqual({ type: "thinking", turn: id });
  expect(ada.ears.live).toContainEqual({ type: "words", turn: id, text: "The first sentence. " });
  expect(ada.ears.live).toContainEqual({ type: "end", turn: id });
  expect((await ada.press("interview/stop", { turn: id })).status).toBe(409);

  speaking = voice.began();
  await ada.say("What is the read rate?");
  await speaking;
  speaking = voice.began();
  await ada.say("How many redirects per second?");
  expect(await ada.hears("clarification")).toMatchObject({ ended: "interrupted" });
  await speaking;
  voice.goOn();
  const whole = await ada.hears("clarification");
  expect(whole.ended).toBeUndefined();
  expect(whole.text).toContain("Ten thousand");
  ada.leave();
});

test("an answer that was stopped before its first word is said to be, once, and is not begun anew", async () => {
  const voice = slowVoice("");
  await using server = await startTestServer({}, { voice }, database);
  const ada = await practise(server);
  await ada.press("interview/start", { minutes: 45 });
  await ada.hears("goal");
  const speaking = voice.began();
  const asked = await ada.say("How many reads per second?");
  const { id } = await speaking;
  await ada.press("interview/stop", { turn: id });
  const stopped = expect.stringContaining("stopped before its first word");
  expect(await ada.hears("notice")).toMatchObject({ to: asked, text: stopped });
  const again = voice.began();
  await ada.say("And how many reads per second?");
  await again;
  voice.goOn();
  await ada.hears("clarification");
  expect(kinds(ada.ears)).toEqual(["greeting", "goal", "notice", "clarification"]);
  ada.leave();
});

const overtakings = [
  ["interviewer", "advisor"],
  ["interviewer", "assistant"],
  ["interviewer", "off"],
  ["advisor", "interviewer"],
  ["advisor", "off"],
] as const;

for (const [before, after] of overtakings)
  test(`what was read of an answer when ${before} becomes ${after} stays where it was read, and nowhere else`, async () => {
    const voice = slowVoice();
    await using server = await startTestServer({}, { voice }, database);
    const owner = await guest(server.origin, "Ada");
    const room = await openRoom(owner, { mode: "live", interviewer: before });
    const ada = await sit(server, owner, room);
    const carl = await sit(server, await join(server.origin, room, "candidate", "Carl"), room);
    const [where, other] = before === "advisor" ? (["staff", "event"] as const) : (["event", "staff"] as const);
    await ada.press("interview/start", { minutes: 45 });
    await heard(ada.ears, where, (event) => event.type === "message" && event.kind === "goal");
    const speaking = voice.began();
    const more = before === "advisor" ? { channel: "staff" } : {};
    const asked = await ada.say("@interviewer how many reads per second?", more);
    const { id } = await speaking;
    await fact(ada, (told) => told.type === "words" && told.turn === id);
    await owner.ask("PUT", `/api/rooms/${room.id}/interview/policy`, { policy: after });
    const kept = await heard(ada.ears, where, (event) => event.type === "message" && event.id === id);
    expect(kept).toMatchObject({ text: "The first sentence.", ended: "stopped", to: asked });
    if (before === "advisor" && after === "interviewer") await carl.hears("goal");
    const last = await ada.say("Go on.");
    await heard(carl.ears, "event", ({ seq }) => seq >= last);
    const all = ada.ears[other === "staff" ? "staff" : "events"];
    expect(all.filter((event) => event.type === "message" && event.id === id)).toEqual([]);
    const isGreeted = after !== "off" || before !== "advisor";
    expect(kinds(carl.ears).filter((kind) => kind === "greeting")).toHaveLength(isGreeted ? 1 : 0);
    expect(kinds(carl.ears).filter((kind) => kind === "clarification")).toHaveLength(before === "advisor" ? 0 : 1);
    for (const one of [ada, carl]) one.leave();
  });

test("whoever leaves in mid-sentence is told when they are back, and an empty room hears nothing", async () => {
  const voice = slowVoice();
  await using server = await startTestServer({}, { voice }, database);
  const ada = await practise(server);
  const watcher = await join(server.origin, ada.room, "observer", "Olga");
  const olga = await sit(server, watcher, ada.room);
  await ada.press("interview/start", { minutes: 45 });
  await ada.hears("goal");
  let speaking = voice.began();
  await ada.say("How many reads per second?");
  const turn = await speaking;
  ada.leave();
  await noted(ada.room.id, 0);
  voice.goOn();
  await fact(olga, (one) => one.type === "end" && one.turn === turn.id);
  speaking = voice.began();
  const back = await sit(server, ada.client, ada.room);
  await speaking;
  voice.goOn();
  expect(await back.hears("clarification")).toMatchObject({ text: expect.stringContaining("Ten thousand") });
  expect(kinds(back.ears)).toEqual(["greeting", "goal", "clarification"]);
  back.leave();
  olga.leave();
});

/** Resolves when the book says that so many people are there. */
async function noted(room: string, people: number): Promise<void> {
  for (;;) {
    const { rows } = await database.pool.query(
      "select payload from interview_note where room_id = $1 and type = 'presence' order by seq desc limit 1",
      [room],
    );
    if (rows[0]?.payload.people === people) return;
  }
}

const fact = ({ ears }: Sitting, fits: (fact: LiveFact) => boolean): Promise<void> =>
  new Promise((resolve) => {
    if (ears.live.some(fits)) return resolve();
    ears.socket.on("live", (one) => fits(one) && resolve());
  });

test("a voice that fails is replaced by the template, and the room goes on", async () => {
  const voice = { ...rulesOnly, speak: () => Promise.reject(new Error("a voice of no use")) };
  await using server = await startTestServer({}, { voice }, database);
  const ada = await practise(server);
  await ada.press("interview/start", { minutes: 45 });
  expect(await ada.hears("goal")).toMatchObject({ voice: "rules", text: expect.stringContaining("Clarify") });
  ada.leave();
});

test("off means that no voice is ever asked, whoever calls it", async () => {
  const voice = slowVoice();
  await using server = await startTestServer({}, { voice }, database);
  const ada = await guest(server.origin, "Ada");
  const room = await openRoom(ada);
  const bob = await sit(server, await join(server.origin, room, "candidate", "Bob"), room);
  await ada.ask("POST", `/api/rooms/${room.id}/interview/start`, { minutes: 45 });
  await bob.say("@interviewer how many reads per second?");
  for (const path of ["hints", "interview/check", "questions/1"])
    expect([path, (await bob.press(path, { answer: "skip" })).status]).toEqual([path, 409]);
  await bob.press("interview/mute");
  await bob.press("interview/unmute");
  await bob.say("Nobody there?");
  expect(await viewOf(bob)).toMatchObject({ voice: "none", hints: { item: null } });
  expect([voice.asked, speeches(bob.ears)]).toEqual([[], []]);
  bob.leave();
});

test("the goal of a phase that was left while it was worded is not said, the one of the next phase is", async () => {
  const begun = Promise.withResolvers<void>();
  const worded = Promise.withResolvers<void>();
  const speak = async ({ say }: Turn): Promise<Spoken> => {
    if (say.kind === "goal" && say.text.startsWith("High level")) {
      begun.resolve();
      await worded.promise;
    }
    return { text: say.text, voice: "rules", place: say.place };
  };
  await using server = await startTestServer({}, { voice: { ...rulesOnly, speak } }, database);
  const ada = await practise(server);
  await ada.press("interview/start", { minutes: 45 });
  await ada.hears("goal");
  await ada.press("interview/next");
  await begun.promise;
  await ada.press("interview/next");
  worded.resolve();
  await ada.hears("goal");
  const said = speeches(ada.ears).map(({ kind, text }) => [kind, text.split(",")[0]]);
  expect(said.filter(([kind]) => kind === "goal")).toEqual([
    ["goal", "Clarify"],
    ["goal", "API and data"],
  ]);
  expect(said.filter(([kind]) => kind === "recap")).toHaveLength(2);
  ada.leave();
});
