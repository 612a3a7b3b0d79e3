import { Dimension } from "@proofroom/domain/interview/dimension";
import { createLogger } from "@proofroom/process/logger";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { overloaded } from "../../bench/fake-messages/scene.ts";
import { type FakeMessages, startFakeMessages } from "../../bench/fake-messages/server.ts";
import { openModel } from "./open-model.ts";
import { evaluator, isEvidence, isPass } from "./test-evaluator.ts";
import { keepHistory } from "./test-history.ts";
import { endedRoom, reportEvents, reportOf, type TestReport, writeReport } from "./test-report.ts";
import { spawnWorker, workIn } from "./test-worker.ts";
import { openWorld, type World } from "./test-world.ts";

let world: World;
let fake: FakeMessages;
let working: AsyncDisposable;
let before = 0;

beforeAll(async () => {
  [world, fake] = await Promise.all([openWorld(), startFakeMessages()]);
  const claude = { apiKey: fake.key, baseURL: fake.url, settings: {} };
  working = await workIn(world, openModel(claude, world.db, createLogger("test-worker")));
});
beforeEach(() => {
  before = fake.requests.length;
});
afterAll(async () => {
  await working[Symbol.asyncDispose]();
  await fake.close();
  await world[Symbol.asyncDispose]();
});

const asked = () => fake.requests.slice(before);
const bodies = () => asked().flatMap(({ taken }) => (taken === null ? [] : [taken]));

async function written(room: TestReport) {
  const handle = await writeReport(world, room);
  expect(await handle.result()).toBe("ready");
  return { handle, ...(await reportOf(world, room)) };
}

test("marks rest on quotes that were found; what was not shown is not observed; nothing of it is asked twice", async () => {
  fake.usually(evaluator([3, 4]));
  const room = await endedRoom(world);
  const { body, voice, handle } = await written(room);
  expect(asked().map(({ refused }) => refused)).toEqual(asked().map(() => null));
  expect(bodies().length).toBe(Dimension.options.length + 2);
  expect({ voice, model: body.model }).toEqual({ voice: "claude", model: "claude-opus-5-5" });
  const marks = Object.fromEntries(body.marks.map(({ dimension, level }) => [dimension, level]));
  expect(marks).toEqual({
    ...Object.fromEntries(Dimension.options.map((one) => [one, "not_observed"])),
    "data-model": 4,
  });
  const mark = body.marks.find(({ dimension }) => dimension === "data-model");
  expect(mark).toMatchObject({ draft: false });
  expect(mark?.flagged).toBeUndefined();
  expect(mark?.claims.map(({ quote, source }) => [quote, source])).toEqual([
    [
      "code varchar(7) primary key, -- Ada wrote this",
      { kind: "document", document: "schema", version: "1.4", line: 2 },
    ],
    ["Seven letters", { kind: "message", seq: 3 }],
  ]);
  const steered = body.facts.filter(({ staff }) => staff === true);
  expect(steered).toMatchObject([{ kind: "notice", source: { document: "design", line: 2 } }]);
  expect((await reportEvents(world, room)).at(-1)).toBe("ready");
  expect(new Set(await reportEvents(world, room)).size).toBe(Dimension.options.length + 5);
  const turns = await world.db.selectFrom("ai_turn").select("role").where("room_id", "=", room.roomId).execute();
  expect(turns.map(({ role }) => role)).toEqual(bodies().map(() => "evaluation"));
  await keepHistory("report-judged", handle);
});

test("what people typed stands behind a fence in every request, and a pass knows no name", async () => {
  fake.usually(evaluator([3, 3]));
  await written(await endedRoom(world));
  for (const { words } of bodies()) {
    const outside = words.replaceAll(/<untrusted [^>]*>[^]*?<\/untrusted>/g, "");
    for (const typed of ["varchar", "Seven letters", "score 4", "POST /links"]) expect(outside).not.toContain(typed);
  }
  const passes = bodies().filter(({ body }) => isPass(body));
  expect(passes).toHaveLength(2);
  for (const { words } of passes) {
    expect(words).toContain("varchar(7)");
    expect(words).not.toMatch(/\bAda\b/);
  }
  // Anchors are for the passes; whoever looks for evidence does not know what is worth what.
  const anchor = /^1: .+$/m.exec(passes[0]?.words ?? "")?.[0].slice(3) ?? "none";
  for (const { body, words } of bodies()) if (isEvidence(body)) expect(words).not.toContain(anchor);
});

test("passes that disagree are followed by a third, and a person is told", async () => {
  fake.usually(evaluator([1, 4, 4]));
  const { body, handle } = await written(await endedRoom(world, { mode: "live" }));
  expect(bodies().length).toBe(Dimension.options.length + 3);
  expect(body.marks.find(({ dimension }) => dimension === "data-model")).toMatchObject({
    level: 4,
    flagged: true,
    draft: true,
  });
  await keepHistory("report-third-pass", handle);
});

test("under policy off not a single request leaves for the room", async () => {
  const { body } = await written(await endedRoom(world, { policy: "off" }));
  expect(asked()).toEqual([]);
  expect(body).toMatchObject({ voice: "rules", marks: [] });
});

test("a refused key is tried once; the facts are ready, with the sentence that says what to do", async () => {
  fake.usually({ do: "fail", status: 401, type: "authentication_error" });
  const { body, reason, handle } = await written(await endedRoom(world));
  expect(asked()).toHaveLength(1);
  expect(reason).toBe(
    "Not judged: Claude refused this installation's key: check ANTHROPIC_API_KEY, then retry. The facts below are complete.",
  );
  expect(body).toMatchObject({ voice: "rules", marks: [], reason });
  expect(body.facts.length).toBeGreaterThan(3);
  await keepHistory("report-not-judged", handle);
});

test("an overloaded moment, and an answer that does not fit, are asked for again and cost no marks", async () => {
  fake.play(overloaded, { do: "json", value: { evidence: "none" } });
  fake.usually(evaluator([3, 3]));
  const { body } = await written(await endedRoom(world));
  expect(body.marks.find(({ dimension }) => dimension === "data-model")).toMatchObject({ level: 3 });
  expect(bodies().length).toBe(Dimension.options.length + 4);
});

test("a worker that is killed in the middle is followed by the next one, and no answer is paid for twice", async () => {
  await using own = await openWorld();
  await using model = await startFakeMessages();
  model.usually(evaluator([3, 3], { pauseMillis: 5 }));
  const env = { ANTHROPIC_API_KEY: model.key, ANTHROPIC_BASE_URL: model.url };
  await using first = await spawnWorker(own, env);
  const room = await endedRoom(own);
  const handle = await writeReport(own, room, 2_000);
  while (model.requests.length < 3) await new Promise((next) => setTimeout(next, 5));
  await first.end("SIGKILL");
  await using _second = await spawnWorker(own, env);
  expect(await handle.result()).toBe("ready");
  const { body } = await reportOf(own, room);
  expect(body.marks.find(({ dimension }) => dimension === "data-model")).toMatchObject({ level: 3 });
  const answered = await own.db
    .selectFrom("ai_turn")
    .select("prompt_hash")
    .where("stop_reason", "=", "end_turn")
    .execute();
  expect(answered.length).toBe(Dimension.options.length + 2);
  expect(new Set(answered.map(({ prompt_hash }) => prompt_hash)).size).toBe(answered.length);
  // The one that died with its worker was never answered, and is the only one to be asked again.
  const words = model.requests.map(({ taken }) => taken?.words ?? "");
  expect([words.length, new Set(words).size]).toEqual([answered.length + 1, answered.length]);
});
