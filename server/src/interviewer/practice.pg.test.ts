import { freshDatabase } from "@proofroom/migrations/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestClock, testClock } from "../test-clock.ts";
import { practise, speeches, viewOf } from "../test-interview.ts";
import { type TestDatabase, startTestServer, type TestServer } from "../test-server.ts";
import { heard } from "../test-sockets.ts";
import { loadPacks } from "./packs.ts";

let database: TestDatabase;
let clock: TestClock;
let server: TestServer;
beforeAll(async () => {
  database = await freshDatabase();
  clock = await testClock(database.db);
  server = await startTestServer({}, { ...clock, packs: loadPacks(["url-shortener"]) }, database);
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

const schema = `create table links (
  code varchar(5) primary key,
  url text not null
);
`;

test("a whole practice session, from the greeting to the report, with the rule-based voice", async () => {
  const ada = await practise(server);
  expect((await ada.press("interview/start", { minutes: 45 })).status).toBe(200);
  expect(await ada.hears("greeting")).toMatchObject({ voice: "rules", text: expect.stringContaining("rule-based") });
  expect(await ada.hears("goal")).toMatchObject({ text: expect.stringContaining("Clarify") });

  const asked = await ada.say("How many redirects per second do we expect at peak?");
  expect(await ada.hears("clarification")).toMatchObject({ to: asked });
  await clock.advance(20_000);
  await ada.say("Can you just give me the solution?");
  await ada.hears("decline");

  await ada.press("interview/next");
  await ada.hears("recap");
  await ada.press("interview/next");
  expect(await ada.hears("goal")).toBeDefined();
  await clock.advance(70_000);
  await ada.writes("schema", schema);
  await clock.advance(11_000);
  const question = await ada.hears("question");
  expect(question.about).toMatchObject({ document: "schema", quote: expect.stringMatching(/code|links/) });
  expect(question.about?.anchor).not.toBe("");

  const to = (answer: object) => ada.press(`questions/${question.seq}`, answer);
  const { version } = question.about ?? { version: "" };
  const point = { answer: "point", document: "schema", version, line: 2, endLine: 2 };
  expect(await to({ ...point, line: 40, endLine: 40 })).toMatchObject({ status: 422, body: { error: "no-such-line" } });
  expect(await to({ ...point, version: "1.999" })).toMatchObject({ status: 422 });
  const bracket = await to({ ...point, line: 4, endLine: 4 });
  expect(bracket).toMatchObject({ status: 422, body: { message: expect.stringContaining("Nothing that could be") } });
  expect(await to(point)).toMatchObject({ status: 200 });
  expect(await ada.hears("reply")).toMatchObject({ text: expect.stringContaining("code varchar(5)") });

  const before = await viewOf(ada);
  expect(before.hints).toMatchObject({ taken: [], next: { level: "nudge", cost: expect.stringMatching(/\.$/) } });
  const levels: unknown[] = [];
  for (const level of ["nudge", "pointed", "partial"]) {
    const taken = await ada.press("hints", {});
    expect(taken).toMatchObject({ status: 201, body: { hint: { level, item: before.hints.item } } });
    levels.push(taken.body);
  }
  expect(new Set(levels.map((one) => JSON.stringify(one))).size).toBe(3);
  expect((await viewOf(ada)).hints.item).not.toBe(before.hints.item);

  for (const phase of ["deep-dive", "scale-failure", "wrap-up"]) {
    expect((await ada.press("interview/next")).body).toMatchObject({ interview: { phase: { id: phase } } });
  }
  expect((await ada.press("end")).status).toBe(200);
  const ready = await heard(ada.ears, "event", (event) => event.type === "report" && event.status === "ready");
  expect(ready).toMatchObject({ type: "report" });
  const report = await ada.client.ask("GET", `/api/rooms/${ada.room.id}/report`);
  expect(report).toMatchObject({ status: 200, body: { status: "ready", voice: "rules", marks: [] } });
  const words = speeches(ada.ears).map(({ text }) => text);
  expect(new Set(words).size).toBe(words.length);
  ada.leave();
});

test("a question is put off once, put otherwise, and skipped once", async () => {
  const ada = await practise(server);
  await ada.press("interview/start", { minutes: 45 });
  await ada.hears("goal");
  for (const _ of ["high-level", "api-data"]) {
    await ada.press("interview/next");
    await ada.hears("goal");
  }
  await clock.advance(70_000);
  await ada.writes("schema", schema);
  await clock.advance(11_000);
  const question = await ada.hears("question");
  const to = async (answer: string, seq = question.seq) => (await ada.press(`questions/${seq}`, { answer })).status;
  expect(await to("rephrase")).toBe(200);
  const again = await ada.hears("reply");
  expect(again.question).toEqual(question.question);
  expect(again.text).not.toBe(question.text);
  expect(await to("later")).toBe(200);
  expect(await to("later")).toBe(409);
  expect(await to("skip")).toBe(200);
  expect(await to("skip")).toBe(409);
  expect(await to("rephrase")).toBe(409);
  for (const seq of [1, 999, 0]) expect([seq, await to("skip", seq)]).toEqual([seq, 404]);
  expect((await ada.press("questions/x", { answer: "skip" })).status).toBe(404);
  expect((await ada.press(`questions/${question.seq}`, { answer: "maybe" })).status).toBe(400);
  ada.leave();
});

test("the recap is to be had early, also from a muted interviewer, which says nothing else", async () => {
  const ada = await practise(server);
  expect(await ada.press("interview/check")).toMatchObject({ status: 409 });
  expect(await ada.press("hints", {})).toMatchObject({ status: 409 });
  await ada.press("interview/start", { minutes: 45 });
  await ada.hears("goal");
  expect((await ada.press("interview/mute")).status).toBe(200);
  expect((await ada.press("interview/mute")).status).toBe(409);
  await ada.say("How many redirects per second do we expect at peak?");
  expect((await ada.press("interview/check")).status).toBe(200);
  const recap = await ada.hears("recap");
  expect(recap.text.split("\n").length).toBeLessThanOrEqual(3);
  expect(speeches(ada.ears).map(({ kind }) => kind)).toEqual(["greeting", "goal", "recap"]);
  expect((await ada.press("interview/unmute")).status).toBe(200);
  await ada.say("How long do links live?");
  await ada.hears("clarification", "assumption", "reply");
  ada.leave();
});

test("everything that an item hides stays on the server until it is said, taken or over", async () => {
  const ada = await practise(server);
  await ada.press("interview/start", { minutes: 45 });
  await ada.hears("goal");
  await ada.press("hints", {});
  const paths = ["", "/interview", "/events", "/messages"];
  const bodies = await Promise.all(paths.map((path) => ada.client.ask("GET", `/api/rooms/${ada.room.id}${path}`)));
  const bytes = JSON.stringify([bodies.map(({ body }) => body), ada.ears.events, ada.ears.live, ada.ears.staff]);
  const [pack] = loadPacks(["url-shortener"]).values();
  for (const item of pack?.items ?? []) {
    for (const secret of [item.about, item.spoken.strong, ...Object.values(item.anchors), item.spoken.hints.partial])
      expect(bytes).not.toContain(JSON.stringify(secret).slice(1, -1));
  }
  ada.leave();
});

test("a credential that stands in a document is quoted by nobody, though its line is asked about", async () => {
  const key = ["AKIA", "IOSFODNN7EXAMPLE"].join("");
  const ada = await practise(server);
  await ada.press("interview/start", { minutes: 45 });
  await ada.hears("goal");
  await ada.press("interview/next");
  await ada.press("interview/next");
  await clock.advance(70_000);
  await ada.writes(
    "schema",
    `create table links (\n  code varchar(5) primary key, -- ${key}\n  url text not null\n);\n`,
  );
  await clock.advance(11_000);
  const { about, seq } = await ada.hears("question");
  const point = { answer: "point", document: "schema", version: about?.version, line: 2, endLine: 2 };
  expect(await ada.press(`questions/${seq}`, point)).toMatchObject({ status: 200 });
  const noted = await ada.hears("reply");
  expect([noted.text, noted.about?.quote]).toEqual([
    expect.stringContaining("[redacted"),
    expect.stringContaining("[redacted"),
  ]);
  expect(JSON.stringify(speeches(ada.ears))).not.toContain(key);
  ada.leave();
});
