import { readNotes, readReportRows } from "@proofroom/database/report-source";
import type { KeptNote } from "@proofroom/domain/interview/note";
import { freshDatabase } from "@proofroom/migrations/test-database";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { overloaded } from "../../../bench/fake-messages/scene.ts";
import { type FakeMessages, startFakeMessages } from "../../../bench/fake-messages/server.ts";
import { testClock } from "../test-clock.ts";
import { guest, openRoom } from "../test-client.ts";
import { practise, sit, speeches, viewOf } from "../test-interview.ts";
import { heard } from "../test-sockets.ts";
import { loadPacks } from "./packs.ts";
import { type TestDatabase, startTestServer, type TestServer } from "../test-server.ts";

let database: TestDatabase;
let fake: FakeMessages;
let server: TestServer;
beforeAll(async () => {
  [database, fake] = await Promise.all([freshDatabase(), startFakeMessages()]);
});
beforeEach(async () => {
  await server?.[Symbol.asyncDispose]();
  server = await startTestServer({ claude: { apiKey: fake.key, baseURL: fake.url, models: {} } }, {}, database);
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await fake[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

const asked = (): number => fake.requests.filter(({ path }) => path === "/v1/messages").length;
const reply = ["reply", "decline", "assumption"] as const;

test("with a key Claude words the replies, and what that cost is counted for whoever asked", async () => {
  const ada = await practise(server);
  await ada.press("interview/start", { minutes: 45 });
  await ada.hears("goal");
  expect(await viewOf(ada)).toMatchObject({ voice: "claude" });
  await ada.say("I would put a cache before the database, because reads are a hundred times the writes.");
  const answer = await ada.hears(...reply);
  expect(answer.voice).toBe("claude");
  const words = ada.ears.live.filter((fact) => fact.type === "words" && fact.turn === answer.id);
  expect(words.at(-1)).toMatchObject({ text: answer.text });
  const { body } = await ada.client.ask("GET", "/api/session/usage");
  expect(body).toMatchObject({ turns: 1, costUsd: expect.any(Number), budgetUsd: 5 });
  ada.leave();
});

test("when Claude does not answer, the room hears the template, one line about why, and goes on", async () => {
  fake.play(...Array.from({ length: 6 }, () => overloaded));
  const ada = await practise(server);
  await ada.press("interview/start", { minutes: 45 });
  await ada.hears("goal");
  await ada.say("I would put a cache before the database, because reads are a hundred times the writes.");
  expect(await ada.hears(...reply)).toMatchObject({ voice: "rules" });
  expect(await ada.hears("notice")).toMatchObject({ text: expect.stringContaining("overloaded") });
  ada.leave();
});

test("a key that is refused is told in one line, and the view says why the rules speak", async () => {
  const settings = { apiKey: "a-key-of-nobody", baseURL: fake.url, models: {} };
  await using wrong = await startTestServer({ claude: settings }, {}, database);
  const ada = await practise(wrong);
  await ada.press("interview/start", { minutes: 45 });
  await ada.hears("goal");
  await ada.say("I would put a cache before the database, because reads are a hundred times the writes.");
  await ada.hears(...reply);
  expect(await ada.hears("notice")).toMatchObject({ text: expect.stringContaining("ANTHROPIC_API_KEY") });
  expect(await viewOf(ada)).toMatchObject({ voice: "rules", voiceReason: expect.stringContaining("refused") });
  ada.leave();
});

test("a voice that fails three times is left alone, however well the model answers that looks at the chat", async () => {
  fake.usually(({ output_config }) => (output_config?.format === undefined ? overloaded : { do: "answer" }));
  const before = fake.requests.length;
  const looks = () => fake.requests.slice(before).filter(({ taken }) => taken?.body.output_config?.format).length;
  for (const n of [1, 2, 3]) {
    const owner = await guest(server.origin, "Ada");
    const ada = await sit(server, owner, await openRoom(owner, { mode: "live", interviewer: "interviewer" }));
    await ada.press("interview/start", { minutes: 45 });
    await ada.hears("goal");
    await ada.say("@interviewer I would put a cache before the database.");
    expect(await ada.hears(...reply)).toMatchObject({ voice: "rules" });
    await expect.poll(looks).toBe(n);
    if (n === 3) expect((await viewOf(ada)).voiceReason).toContain("three times");
    ada.leave();
  }
  fake.usually({ do: "answer" });
});

/** How far an item was noted to be, one after the other. */
const statesOf = async (roomId: string, item: string | null | undefined): Promise<string[]> =>
  (await readNotes(database.db, roomId)).flatMap((note) =>
    note.type === "coverage" && note.item === item ? [note.state] : [],
  );

test("what Claude marks as shown is noted with the line it names, moves no coverage, and is kept for the report", async () => {
  await using scripted = await startFakeMessages();
  const clock = await testClock(database.db);
  await using timed = await startTestServer(
    { claude: { apiKey: scripted.key, baseURL: scripted.url, models: {} } },
    { ...clock, packs: loadPacks(["url-shortener"]) },
    database,
  );
  const ada = await practise(timed);
  await ada.press("interview/start", { minutes: 45 });
  await ada.hears("goal");
  await ada.press("interview/next");
  await ada.press("interview/next");
  await clock.advance(70_000);
  await ada.writes("schema", "create table links (\n  code text primary key\n);\n");
  await clock.advance(11_000);
  const { question } = await ada.hears("question");
  const item = question?.item;
  expect(item, "the item of the question").toBeTypeOf("string");
  const before = await statesOf(ada.room.id, item);
  scripted.play(
    { do: "call", name: "mark_checklist", input: { item, evidence_ref: "schema:2" } },
    { do: "say", text: "You named a key. What does it cost to look one up?" },
  );
  await ada.say("The code is the key of the table, so that one lookup finds the row.");
  await ada.hears("reply");
  const source = { kind: "document", document: "schema", version: "1.1", line: 2 };
  const proposed = { type: "proposed", item, evidence: { by: "document", quote: "code text primary key", source } };
  let notes: KeptNote[] = [];
  while (!notes.some(({ type }) => type === "proposed")) notes = await readNotes(database.db, ada.room.id);
  expect(notes).toContainEqual(expect.objectContaining(proposed));
  await ada.press("end");
  await heard(ada.ears, "event", (event) => event.type === "report" && event.status === "ready");
  expect(new Set(await statesOf(ada.room.id, item))).toEqual(new Set(before));
  expect((await readReportRows(database.db, ada.room.id)).notes).toContainEqual(expect.objectContaining(proposed));
  ada.leave();
});

test("off: not one request leaves, whatever is said or pressed", async () => {
  const before = asked();
  const ada = await guest(server.origin, "Ada");
  const sitting = await sit(server, ada, await openRoom(ada, { mode: "practice", interviewer: "off" }));
  await sitting.press("interview/start", { minutes: 45 });
  await sitting.say("@interviewer what do you think?");
  await sitting.writes("design", "# Links\n\nA cache before the database.\n");
  await sitting.press("hints", {});
  await sitting.press("interview/check");
  await sitting.press("end");
  expect([asked() - before, speeches(sitting.ears)]).toEqual([0, []]);
  sitting.leave();
});
