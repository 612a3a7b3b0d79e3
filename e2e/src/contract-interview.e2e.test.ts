import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod/mini";
import { reference, startRun, write } from "./designs.ts";
import { comeIn, type Integrator, openPractice, openRoom, type Room } from "./integrator.ts";
import { type Proofroom, startProofroom } from "./proofroom.ts";
import { openChannel } from "./stock-clients.ts";

let proofroom: Proofroom;
let room: Room;
let iris: Integrator;
let carl: Integrator;
let olga: Integrator;
/** A practice of Ada's, with all that her socket hears of it. */
let mine: Omit<Room, "invites">;
let channel: ReturnType<typeof openChannel>;

beforeAll(async () => {
  proofroom = await startProofroom();
  const { url } = proofroom;
  [room, mine] = await Promise.all([openRoom(url, "Ivy", "interviewer"), openPractice(url, "Ada")]);
  [iris, carl, olga] = await Promise.all([
    comeIn(url, room.invites.interviewer, "Iris"),
    comeIn(url, room.invites.candidate, "Carl"),
    comeIn(url, room.invites.observer, "Olga"),
  ]);
  channel = openChannel(mine.owner, mine.id);
  await channel.seated;
});
afterAll(async () => {
  channel?.[Symbol.dispose]();
  await proofroom?.[Symbol.asyncDispose]();
});

const press = (who: Integrator, of: Pick<Room, "at">, what: string, body: object = {}) =>
  who.ask("POST", of.at(what), body);
const sentence = expect.stringMatching(/^[A-Z].+\.$/s);
/** An illegal move, with what to do instead. */
const conflict = { status: 409, body: { error: expect.any(String), message: sentence } };
const moment = z.iso.datetime();

const View = z.object({
  interview: z.object({
    policy: z.enum(["off", "advisor", "interviewer", "assistant"]),
    voice: z.enum(["claude", "rules", "none"]),
    voiceReason: z.optional(z.string()),
    muted: z.boolean(),
    minutes: z.nullable(z.int()),
    phases: z.array(z.object({ id: z.string(), title: z.string(), minutes: z.number() })),
    phase: z.nullable(z.object({ id: z.string(), startedAt: moment, endsAt: moment, pausedAt: z.nullable(moment) })),
    hints: z.object({
      item: z.nullable(z.string()),
      taken: z.array(z.object({ level: z.string(), text: z.string() })),
      of: z.literal(3),
      next: z.nullable(z.object({ level: z.string(), cost: z.string() })),
    }),
    serverTime: moment,
  }),
});
const viewOf = async (who: Integrator, of: Pick<Room, "at">) =>
  View.parse((await who.ask("GET", of.at("interview"))).body).interview;

async function remaining(): Promise<number> {
  const { phase, serverTime } = await viewOf(carl, room);
  return Date.parse(phase?.endsAt ?? "") - Date.parse(phase?.pausedAt ?? serverTime);
}

test("nobody moves a clock that staff do not hold, nor sets what is the owner's", async () => {
  for (const who of [carl, olga]) {
    for (const move of ["next", "pause", "resume", "extend", "start"])
      expect([move, await press(who, room, `interview/${move}`, { minutes: 20 })]).toMatchObject([
        move,
        { status: 404 },
      ]);
  }
  for (const who of [iris, carl, olga])
    expect(await who.ask("PUT", room.at("interview/policy"), { policy: "off" })).toMatchObject({ status: 404 });
  const asObserver = ["hints", "questions/1", "interview/mute", "interview/check"];
  for (const what of asObserver)
    expect(await press(olga, room, what, { answer: "skip" })).toMatchObject({ status: 404 });
});

test("before the start there is nothing to move; each move is legal once, and told to the room", async () => {
  for (const move of ["next", "pause", "resume", "extend"])
    expect([move, await press(iris, room, `interview/${move}`, { minutes: 5 })]).toMatchObject([move, conflict]);
  expect(await press(iris, room, "interview/start", { minutes: 30 })).toMatchObject({ status: 400 });
  expect(await press(iris, room, "interview/start", { minutes: 20 })).toMatchObject({ status: 200 });
  expect(await press(iris, room, "interview/start", { minutes: 20 })).toMatchObject(conflict);

  expect(await press(iris, room, "interview/resume")).toMatchObject(conflict);
  expect(await press(iris, room, "interview/pause")).toMatchObject({ status: 200 });
  expect(await press(iris, room, "interview/pause")).toMatchObject(conflict);
  const stood = await remaining();
  expect(await remaining()).toBe(stood);
  for (const minutes of [0, 31, 1.5])
    expect([minutes, await press(iris, room, "interview/extend", { minutes })]).toMatchObject([
      minutes,
      { status: 400 },
    ]);
  expect(await press(iris, room, "interview/extend", { minutes: 30 })).toMatchObject({ status: 200 });
  expect(await remaining()).toBe(stood + 30 * 60_000);
  expect(await press(iris, room, "interview/resume")).toMatchObject({ status: 200 });

  expect(await press(carl, room, "interview/unmute")).toMatchObject(conflict);
  expect(await press(carl, room, "interview/mute")).toMatchObject({ body: { interview: { muted: true } } });
  expect(await press(iris, room, "interview/mute")).toMatchObject(conflict);
  expect(await press(iris, room, "interview/stop", { turn: "none" })).toMatchObject(conflict);

  const phases = ["high-level", "api-data", "deep-dive", "scale-failure", "wrap-up"];
  for (const id of phases)
    expect(await press(iris, room, "interview/next")).toMatchObject({ body: { interview: { phase: { id } } } });
  expect(await press(iris, room, "interview/next")).toMatchObject(conflict);

  const by = { id: iris.id, name: "Iris" };
  const told = (type: string) =>
    carl.ask("GET", room.at("events")).then(({ body }) => Events.parse(body).events.filter((one) => one.type === type));
  expect(await told("phase")).toMatchObject([
    { action: "start", phase: "clarify", minutes: 20, by },
    { action: "pause", phase: "clarify", by },
    { action: "extend", phase: "clarify", minutes: 30, by },
    { action: "resume", phase: "clarify", by },
    ...phases.map((phase) => ({ action: "next", phase, by })),
  ]);
  expect(await told("mute")).toMatchObject([{ muted: true, by: { id: carl.id, name: "Carl" } }]);
  await room.owner.ask("PUT", room.at("interview/policy"), { policy: "assistant" });
  expect((await told("policy")).at(-1)).toMatchObject({ policy: "assistant", by: { name: "Ivy" } });
});

const Events = z.object({ events: z.array(z.looseObject({ seq: z.int(), type: z.string() })) });

const Asked = z.object({
  emitted: z.literal("event"),
  type: z.literal("message"),
  seq: z.int(),
  id: z.string(),
  person: z.null(),
  voice: z.literal("rules"),
  at: moment,
  text: z.string(),
  kind: z.string(),
  question: z.object({ item: z.nullable(z.string()), source: z.string() }),
  about: z.object({
    document: z.enum(["schema", "api", "design"]),
    version: z.string().check(z.regex(/^\d+\.\d+$/)),
    line: z.int(),
    endLine: z.int(),
    quote: z.string(),
    anchor: z.string(),
  }),
});

test("a question names its lines at a version; it was seen coming, and can be answered each way once", async () => {
  await press(mine.owner, mine, "interview/start", { minutes: 20 });
  await write(mine.owner, mine, { schema: reference.schema.replace("code text", "code varchar(5)") });
  const asked = Asked.parse(await channel.hears(({ kind }) => kind === "question"));
  const { document, version, line, quote } = asked.about;
  const then = await mine.owner.ask("GET", mine.at(`documents/${document}?version=${version}`));
  expect(z.object({ text: z.string() }).parse(then.body).text.split("\n")[line - 1]).toBe(quote);
  const live = channel.heard.filter((one) => one.emitted === "live" && one["turn"] === asked.id);
  expect(live.map(({ type }) => type)).toEqual(["thinking", "words", "end"]);
  expect(live[1]).toMatchObject({ text: asked.text });

  const answer = (seq: number | string, body: object) => press(mine.owner, mine, `questions/${seq}`, body);
  for (const seq of [0, 9_999, "x"]) expect(await answer(seq, { answer: "skip" })).toMatchObject({ status: 404 });
  expect(await answer(asked.seq, { answer: "perhaps" })).toMatchObject({ status: 400 });
  const point = { answer: "point", document: "schema", version };
  expect(await answer(asked.seq, { ...point, line: 99, endLine: 99 })).toMatchObject({ status: 422 });
  expect(await answer(asked.seq, { answer: "rephrase" })).toMatchObject({ status: 200 });
  const again = await channel.hears((one) => one.type === "message" && Number(one["seq"]) > asked.seq);
  expect(again).toMatchObject({ kind: "reply", question: asked.question });
  expect(await answer(asked.seq, { answer: "later" })).toMatchObject({ status: 200 });
  expect(await answer(asked.seq, { answer: "later" })).toMatchObject(conflict);
  expect(await answer(asked.seq, { ...point, line: 3, endLine: 3 })).toMatchObject({ status: 200 });
  expect(await answer(asked.seq, { answer: "skip" })).toMatchObject({ status: 200 });
  expect(await answer(asked.seq, { answer: "skip" })).toMatchObject(conflict);
  const answers = channel.heard.filter(({ type }) => type === "answer");
  expect(answers.map((one) => one["answer"])).toEqual(["rephrase", "later", "point", "skip"]);
});

test("a hint says what it is, what it costs and how many are left, until there is none", async () => {
  for (const [left, level] of [
    [2, "nudge"],
    [1, "pointed"],
    [0, "partial"],
  ] as const) {
    const { next } = (await viewOf(mine.owner, mine)).hints;
    expect(next).toEqual({ level, cost: sentence });
    expect(await press(mine.owner, mine, "hints")).toMatchObject({
      status: 201,
      body: { hint: { item: expect.stringMatching(/^[a-z]+-\d+$/), level, text: sentence, cost: next?.cost, left } },
    });
    expect(await channel.hears((one) => one.type === "hint" && one["level"] === level)).toMatchObject({
      by: { name: "Ada" },
    });
  }
  expect(await press(mine.owner, mine, "hints")).toMatchObject(conflict);
  expect(await press(mine.owner, mine, "interview/check")).toMatchObject({ status: 200 });
  const recap = await channel.hears(({ kind }) => kind === "recap");
  expect(String(recap["text"]).split("\n").length).toBeLessThanOrEqual(3);
});

test("a run that could not start says why, and a candidate is told the cause without the next step", async () => {
  await write(carl, room, { ...reference, schema: "create table a (\n  id int,,\n);\n" });
  using run = await startRun(carl, room);
  await run.over();
  const explanation = {
    cause: sentence,
    attribution: "design",
    evidence: expect.arrayContaining([expect.objectContaining({ kind: "finding", document: "schema", line: 2 })]),
    source: "rules",
    confidence: expect.any(Number),
  };
  const toStaff = { explanation: { ...explanation, nextStep: sentence } };
  await expect.poll(async () => (await iris.ask("GET", run.path)).body).toMatchObject(toStaff);
  const { body } = await carl.ask("GET", run.path);
  expect(body).toMatchObject({ explanation });
  expect(body).not.toHaveProperty("explanation.nextStep");
});

const source = z.nullable(z.looseObject({ kind: z.enum(["document", "message", "result"]) }));
const Report = z.object({
  status: z.literal("ready"),
  voice: z.literal("rules"),
  facts: z.array(z.looseObject({ text: z.string(), source })).check(z.minLength(1)),
  marks: z.array(z.never()),
  hints: z.array(z.looseObject({ level: z.string() })).check(z.length(3)),
  skips: z.array(z.looseObject({ text: z.string() })).check(z.length(1)),
  phases: z
    .array(
      z.object({ id: z.string(), title: z.string(), plannedMinutes: z.number(), takenMinutes: z.nullable(z.number()) }),
    )
    .check(z.length(6)),
  debrief: z.array(z.looseObject({ item: z.string(), strong: z.string(), lesson: z.string() })).check(z.minLength(24)),
  results: z.array(z.never()),
});

test("a report is there once the room has ended, for whoever may see it, in three forms", async () => {
  const ask = (method: string, what: string, body?: object) => mine.owner.ask(method, mine.at(what), body);
  for (const what of ["report", "report/export?format=json"])
    expect([what, await ask("GET", what)]).toMatchObject([what, { status: 409, body: { error: "not-ended" } }]);
  expect((await press(mine.owner, mine, "report/retry")).status).toBe(409);
  const early = await ask("PUT", "report/self-marks/data-4", { level: 3 });
  expect(early).toMatchObject({ status: 409, body: { error: "not-ended", message: sentence } });
  await press(mine.owner, mine, "end");
  await channel.hears((one) => one.type === "report" && one["status"] === "ready");
  const statuses = channel.heard.filter(({ type }) => type === "report").map((one) => one["status"]);
  expect(new Set(statuses)).toEqual(new Set(["writing", "ready"]));
  const { body } = await ask("GET", "report");
  Report.parse(body);

  for (const [format, type] of [
    ["json", "application/json"],
    ["html", "text/html"],
  ] as const) {
    const { status, headers } = await ask("GET", `report/export?format=${format}`);
    expect([status, headers.get("content-type")?.split(";")[0]]).toEqual([200, type]);
    expect(headers.get("content-disposition")).toMatch(/^attachment; filename="[\w-]+\.(json|html)"$/);
  }
  expect(await ask("GET", "report/export?format=pdf")).toMatchObject({ status: 400 });
  expect(await ask("PUT", "report/self-marks/data-4", { level: 3 })).toMatchObject({ status: 204 });
  expect(await ask("PUT", "report/self-marks/data-4", { level: 5 })).toMatchObject({ status: 400 });
  expect(await ask("PUT", "report/self-marks/data-99", { level: 3 })).toMatchObject({ status: 404 });
  const marked = expect.arrayContaining([expect.objectContaining({ item: "data-4", selfMark: 3 })]);
  expect(await ask("GET", "report")).toMatchObject({ body: { debrief: marked } });
  for (const what of ["report", "report/export"])
    expect(await carl.ask("GET", mine.at(what))).toMatchObject({ status: 404 });
  for (const what of ["interview/next", "hints", "questions/5"])
    expect([what, await press(mine.owner, mine, what, { answer: "skip" })]).toMatchObject([what, { status: 404 }]);
});

test("in a live room a report has neither debrief nor self-marks", async () => {
  await press(room.owner, room, "end");
  const ready = { status: 200, body: { status: "ready", marks: [] } };
  await expect.poll(() => carl.ask("GET", room.at("report")), { timeout: 60_000 }).toMatchObject(ready);
  for (const who of [room.owner, iris, carl, olga]) {
    const { body } = await who.ask("GET", room.at("report"));
    expect(body).not.toHaveProperty("debrief");
    expect(await who.ask("PUT", room.at("report/self-marks/data-4"), { level: 3 })).toMatchObject({ status: 404 });
  }
  expect(await press(carl, room, "report/retry")).toMatchObject({ status: 404 });
});
