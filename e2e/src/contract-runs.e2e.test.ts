import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { applyFix, reference, startRun, type Texts, write } from "./designs.ts";
import { comeIn, type Integrator, openRoom, type Room } from "./integrator.ts";
import { stillRunning, treeOf } from "./processes.ts";
import { type Proofroom, startProofroom } from "./proofroom.ts";

let proofroom: Proofroom;
let room: Room;
let carl: Integrator;

beforeAll(async () => {
  proofroom = await startProofroom();
  room = await openRoom(proofroom.url, "Ivy");
  carl = await comeIn(proofroom.url, room.invites.candidate, "Carl");
  await write(carl, room, reference);
});
afterAll(() => proofroom?.[Symbol.asyncDispose]());

const deployed = () => readdirSync(join(proofroom.home, "runs"));

test("the reference runs to a verdict, and another room waits for its turn", async () => {
  using run = await startRun(carl, room);
  expect(run.status).toBe(202);
  expect(await room.owner.ask("POST", room.at("runs"), {})).toMatchObject({ status: 200, body: { runId: run.runId } });

  const next = await openRoom(proofroom.url, "Nia");
  await write(next.owner, next, reference);
  using waiting = await startRun(next.owner, next);
  expect(waiting.status).toBe(202);
  expect(await waiting.tells(({ type }) => type === "queue")).toMatchObject({ place: 1 });
  expect(await waiting.view()).toMatchObject({ status: "pending" });
  expect(await next.owner.ask("GET", run.path)).toMatchObject({ status: 404 });
  expect(await next.owner.ask("POST", `${run.path}/cancel`)).toMatchObject({ status: 404 });

  await run.reaches("testing");
  const noFaults = { status: 422, body: { error: "not-available" } };
  expect(await carl.ask("POST", `${run.path}/faults`, {})).toMatchObject(noFaults);
  expect(await carl.ask("DELETE", `${run.path}/faults/one`)).toMatchObject(noFaults);
  expect((await room.owner.ask("GET", run.path)).body).toMatchObject({ endpoints: [{ component: "gateway" }] });
  expect((await carl.ask("GET", run.path)).body).toMatchObject({ endpoints: [] });
  const tree = treeOf("supervisor/main", run.runId);
  expect(tree.length).toBeGreaterThan(5);

  const done = await run.over();
  expect(stillRunning(tree)).toEqual([]);
  expect(deployed()).not.toContain(run.runId);
  expect(done).toMatchObject({ status: "completed", verdict: "passed", endpoints: [] });
  expect(done.results.map(({ status, attribution }) => [status, attribution])).toEqual(
    done.results.map(() => ["passed", "design"]),
  );
  expect(done.results.length).toBeGreaterThanOrEqual(5);

  const events = await run.events();
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  const told = run.channel.heard.filter(({ emitted }) => emitted === "run");
  expect(told).toEqual(events.map((event) => ({ emitted: "run", runId: run.runId, ...event })));
  const stages = events.filter(({ type }) => type === "status").map((event) => event["status"]);
  expect(stages).toEqual(["pending", "validating", "deploying", "testing", "completed"]);
  expect(events.at(-1)).toMatchObject({ type: "status", status: "completed" });
  const verdict = events.findIndex(({ type }) => type === "verdict");
  expect(verdict).toBeGreaterThan(events.findLastIndex(({ type }) => type === "result"));
  const ends = events.filter(({ type, state }) => type === "step" && state !== "started").map(({ step }) => step);
  const begun = events.filter(({ type, state }) => type === "step" && state === "started").map(({ step }) => step);
  expect(ends).toEqual(expect.arrayContaining(begun));
  const resumed = await carl.ask("GET", `${run.path}/events?after=${events.length - 1}`);
  expect(resumed.body).toEqual({ events: [events.at(-1)] });

  await waiting.reaches("testing");
  const theirs = treeOf("supervisor/main", waiting.runId);
  expect(theirs.length).toBeGreaterThan(5);
  expect(await next.owner.ask("POST", `${waiting.path}/cancel`)).toMatchObject({ status: 202 });
  const cancelled = await waiting.over();
  expect(stillRunning(theirs)).toEqual([]);
  expect(deployed()).toEqual([]);
  expect(cancelled.status).toBe("cancelled");
  expect(cancelled.verdict ?? null).toBeNull();
  expect((await waiting.events()).at(-1)).toMatchObject({ type: "status", status: "cancelled" });
});

describe("a design that cannot run ends with what to settle, at its line,", () => {
  const schema = `${reference.schema.trimEnd()}\n`;
  const last = schema.split("\n").length;
  const cases: [string, Partial<Texts>, object][] = [
    ["broken SQL", { schema: "create table a (\n  id int,,\n);\n" }, { document: "schema", line: 2, column: 10 }],
    [
      "broken YAML",
      { api: "openapi: 3.1.0\npaths:\n  /a: [\n" },
      { document: "api", line: expect.any(Number), column: expect.any(Number) },
    ],
    [
      "a broken diagram",
      { design: "# D\n\n```mermaid\nflowchart LR\n  a[[x --> b\n```\n" },
      { document: "design", line: 5, column: expect.any(Number) },
    ],
    [
      "a function",
      { schema: `${schema}create function f() returns int language sql as 'select 1';\n` },
      { document: "schema", line: last, message: expect.stringContaining("CREATE FUNCTION is refused") },
    ],
    [
      "a program on the server",
      { schema: `${schema}copy urls from program 'id';\n` },
      { document: "schema", line: last, message: expect.stringContaining("COPY is refused") },
    ],
    [
      "a statement without end",
      { schema: `${schema}create materialized view m as select 1 as n from pg_sleep(1e9);\n` },
      { document: "schema", line: last, message: expect.stringContaining("create materialized view m") },
    ],
  ];
  test.each(cases)("%s", async (_what, broken, finding) => {
    await write(carl, room, { ...reference, ...broken });
    using run = await startRun(carl, room);
    const done = await run.over();
    expect(done).toMatchObject({ status: "validation_failed", results: [] });
    expect(done.findings).toContainEqual(expect.objectContaining({ severity: "error", ...finding }));
    expect((await run.events()).filter(({ type }) => type === "finding")).toMatchObject(done.findings);
    expect(deployed()).toEqual([]);
  });
});

const post = (path: string) => `
  ${path}:
    post:
      summary: Shorten a URL
      requestBody:
        content: { application/json: { schema: { type: object, properties: { url: { type: string, format: uri } } } } }
      responses:
        "201": { content: { application/json: { schema: { type: object, properties: { code: { type: string } } } } } }`;
const twins = `openapi: 3.1.0
info: { title: Twins, version: "1" }
paths:${post("/links")}${post("/urls")}
  /{code}:
    get:
      parameters: [{ name: code, in: path, required: true, schema: { type: string } }]
      responses: { "302": { description: There } }
`;

test("where two endpoints could serve, the run asks; the first answer, applied, makes it run", async () => {
  const texts = { ...reference, api: twins };
  await write(carl, room, texts);
  using asked = await startRun(carl, room);
  const { status, findings } = await asked.over();
  expect(status).toBe("validation_failed");
  const question = findings.find(({ severity }) => severity === "question");
  expect(question?.fixes?.map(({ label }) => label)).toEqual(["POST /links does", "POST /urls does"]);
  await write(carl, room, applyFix(texts, question?.fixes?.[0]));
  using run = await startRun(carl, room);
  await run.reaches("testing");
  await carl.ask("POST", `${run.path}/cancel`);
  expect((await run.over()).status).toBe("cancelled");
});
