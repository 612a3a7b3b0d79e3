import { randomUUID } from "node:crypto";
import { appendEvents } from "@proofroom/database/append-event";
import { PersonId, RoomId } from "@proofroom/domain/id";
import type { Note } from "@proofroom/domain/interview/note";
import { Report } from "@proofroom/domain/interview/report/report";
import type { Role, RoomMode } from "@proofroom/domain/room/room";
import { freshDatabase } from "@proofroom/migrations/test-database";
import { loadPublicProblems } from "@proofroom/problems/public";
import { Hono } from "hono";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";
import { createAccess } from "../../auth/access.ts";
import { createSessions } from "../../auth/lucia.ts";
import { appendUpdates } from "../../documents/append-updates.ts";
import { createDocuments } from "../../documents/documents.ts";
import type { Engine, WorkflowState } from "../../runs/engine.ts";
import { testPack } from "../../test-pack.ts";
import { createReader, type Reader } from "../reading/reader.ts";
import { reportRoutes } from "./report-routes.ts";
import { createReports } from "./reports.ts";

const origin = "http://127.0.0.1:3000";
const quiet = { warn: () => {}, info: () => {} };
const roles: Role[] = ["owner", "interviewer", "candidate", "observer"];
const problems = loadPublicProblems();
const packs = new Map([["url-shortener", testPack]]);
const [firstItem] = testPack.items;
if (firstItem === undefined) throw new Error("the test's pack has no items");
const item = firstItem.id;

let database: Awaited<ReturnType<typeof freshDatabase>>;
let documents: ReturnType<typeof createDocuments>;
let reader: Reader;
let clock = Date.UTC(2026, 0, 1);

beforeAll(async () => {
  database = await freshDatabase();
  documents = createDocuments({ db: database.db, log: quiet, now: () => performance.now() });
  reader = createReader({ db: database.db, documents, log: quiet, now: () => performance.now() });
});
afterAll(async () => {
  await reader.close();
  await documents.drain();
  await database[Symbol.asyncDispose]();
});

/** The routes and the reports behind them, with or without a Temporal. */
function serve(engine: Engine | { off: string } = { off: "Runs are off in this test." }, hasKey = false) {
  const { db } = database;
  const sessions = createSessions(db, origin);
  const errors: unknown[] = [];
  const onError = (error: unknown): void => void errors.push(error);
  const freeze = (roomId: RoomId) => documents.freeze(roomId);
  const reports = createReports({ db, engine, freeze, reader, packs, problems, hasKey, onError });
  const access = createAccess({ db, sessions });
  const app = new Hono().route("/api/rooms", reportRoutes({ db, access, reports, packs, problems }));
  const ask = async (person: PersonId, method: string, path: string, body?: unknown) => {
    const cookie = (await sessions.signIn(person)).split(";", 1)[0] ?? "";
    const json = body === undefined ? {} : { body: JSON.stringify(body) };
    const headers = { cookie, ...(body === undefined ? {} : { "content-type": "application/json" }) };
    return app.request(`/api/rooms/${path}`, { method, headers, ...json });
  };
  return { reports, ask, errors };
}

interface TestRoom {
  id: RoomId;
  people: Record<Role, PersonId>;
}

async function room(mode: RoomMode, given: { owner?: PersonId; state?: "live" | "ended" } = {}): Promise<TestRoom> {
  const { db } = database;
  const id = RoomId.parse(randomUUID());
  const person = () => PersonId.parse(randomUUID());
  const people = { owner: given.owner ?? person(), interviewer: person(), candidate: person(), observer: person() };
  const state = given.state ?? "ended";
  const ended = state === "ended" ? { ended_at: new Date((clock += 60_000)) } : {};
  const rows = roles.map((role) => ({ id: people[role], name: role }));
  await db
    .insertInto("person")
    .values(rows)
    .onConflict((clash) => clash.doNothing())
    .execute();
  const fixed = { problem: "url-shortener", mode, interviewer: "interviewer", state } as const;
  await db
    .insertInto("room")
    .values({ id, ...fixed, ...ended, owner_id: people.owner })
    .execute();
  const members = roles.map((role, n) => ({ room_id: id, person_id: people[role], role, name: role, hue: n + 1 }));
  await db.insertInto("member").values(members).execute();
  await documents.create(db, id);
  return { id, people };
}

/** Types each text into the schema after the one before; the n-th is version `1.n`. */
async function type(roomId: RoomId, author: PersonId, ...texts: string[]): Promise<void> {
  const document = await database.db
    .selectFrom("document")
    .select("id")
    .where("room_id", "=", roomId)
    .where("name", "=", "schema")
    .executeTakeFirstOrThrow();
  const doc = new Y.Doc();
  const content = doc.getText("content");
  for (const [n, text] of texts.entries()) {
    const before = Y.encodeStateVector(doc);
    content.delete(0, content.length);
    content.insert(0, text);
    const bytes = Y.encodeStateAsUpdate(doc, before);
    await appendUpdates(database.db, [{ documentId: document.id, epoch: 1, seq: n + 1, author, bytes, claims: [] }]);
  }
}

async function noted(roomId: RoomId, ...notes: Note[]): Promise<void> {
  const events = notes.map(({ type: kind, ...payload }) => ({ eventId: randomUUID(), type: kind, payload }));
  await appendEvents(database.db, { table: "interview_note", owner: roomId, events });
}

const coverage = (quote: string, version: string, state: "covered" | "touched" = "covered"): Note => ({
  type: "coverage",
  item,
  state,
  evidence: [{ by: "document", quote, source: { kind: "document", document: "schema", version, line: 1 } }],
});

const reading = async (response: Response | Promise<Response>): Promise<Report> =>
  Report.parse(await (await response).json());

test("before the end there is no report, and nothing is written", async () => {
  const { ask } = serve();
  const { id, people } = await room("live", { state: "live" });
  const asked = await ask(people.owner, "GET", `${id}/report`);
  expect([asked.status, await asked.json()]).toMatchObject([409, { error: "not-ended" }]);
  expect((await ask(people.candidate, "GET", `${id}/report/export`)).status).toBe(409);
  const retried = await ask(people.interviewer, "POST", `${id}/report/retry`);
  expect([retried.status, await retried.json()]).toMatchObject([409, { error: "not-ended" }]);
  expect((await ask(people.candidate, "POST", `${id}/report/retry`)).status).toBe(404);
  expect(await database.db.selectFrom("report").selectAll().where("room_id", "=", id).execute()).toEqual([]);
});

test("without Temporal the server counts the facts itself, and says why nothing is judged", async () => {
  const { ask, reports, errors } = serve();
  const { id, people } = await room("practice");
  await type(id, people.owner, "create table links (code text);", "create table links (code varchar(7));");
  await noted(id, coverage("code text", "1.1"));
  await reports.start(id);
  await reports.idle();
  expect(errors).toEqual([]);
  const report = await reading(ask(people.owner, "GET", `${id}/report`));
  expect(report).toMatchObject({ status: "ready", voice: "rules", marks: [] });
  expect(report.reason).toContain("Runs are off in this test.");
  // The words stood in the first version alone, and are shown there.
  expect(report.facts.find((fact) => fact.item === item)).toMatchObject({
    state: "covered",
    quote: "code text",
    source: { document: "schema", version: "1.1", line: 1 },
  });
  expect(report.facts.find(({ text }) => text.startsWith("The schema has"))?.text).toContain("1 table, 1 column");
});

test("a quote that no version ever held is in no report", async () => {
  const { ask } = serve();
  const { id, people } = await room("practice");
  await type(id, people.owner, "a", "b");
  await noted(id, coverage("b", "1.1"), coverage("a", "1.3"), coverage("a", "2.1"));
  await ask(people.owner, "GET", `${id}/report`);
  const report = await settled(serve(), { id, people });
  expect(report.facts.filter((fact) => fact.item !== undefined)).toEqual([]);
});

/** Looks until the report is over; the first look begins it where nobody has. */
async function settled({ ask, reports }: ReturnType<typeof serve>, { id, people }: TestRoom): Promise<Report> {
  for (;;) {
    const report = await reading(ask(people.owner, "GET", `${id}/report`));
    if (report.status !== "writing") return report;
    await reports.idle();
  }
}

/** A report as the workflow would have left it. */
async function judged({ id }: TestRoom): Promise<void> {
  const { reports } = serve();
  await reports.start(id);
  await reports.idle();
  const row = await database.db.selectFrom("report").select("body").where("room_id", "=", id).executeTakeFirstOrThrow();
  const source = { kind: "message" as const, seq: 1 };
  const body: Report = {
    ...Report.parse(row.body),
    voice: "claude",
    model: "claude-opus-5-5",
    marks: [
      {
        dimension: "api",
        level: 3,
        draft: true,
        claims: [{ text: "Says <b>how</b>.", quote: "<script>alert(1)</script>", source }],
      },
    ],
    facts: [
      { kind: "notice", text: "for staff", quote: "score 4", source, staff: true },
      { kind: "assumption", text: "for all", quote: `"5 & 6"`, source },
    ],
    skips: [{ seq: 1, item: null, text: "asked of staff", at: new Date(0).toISOString(), staff: true }],
  };
  delete body.reason;
  await database.db
    .updateTable("report")
    .set({ body: JSON.stringify(body), voice: "claude", reason: null })
    .where("room_id", "=", id)
    .execute();
}

test("in a live room marks and what is for staff go to owner and interviewers, and no debrief to anybody", async () => {
  const { ask } = serve();
  const live = await room("live");
  await judged(live);
  const of = (role: Role) => reading(ask(live.people[role], "GET", `${live.id}/report`));
  for (const role of roles) {
    const report = await of(role);
    const isStaff = role === "owner" || role === "interviewer";
    expect([role, report.marks.length, report.facts.length, report.skips.length, report.debrief]).toEqual([
      role,
      isStaff ? 1 : 0,
      isStaff ? 2 : 1,
      isStaff ? 1 : 0,
      undefined,
    ]);
  }
});

test("in practice the owner gets marks and debrief; an observer gets neither", async () => {
  const { ask } = serve();
  const practice = await room("practice");
  await judged(practice);
  const mine = await reading(ask(practice.people.owner, "GET", `${practice.id}/report`));
  expect(mine.marks).toHaveLength(1);
  expect(mine.debrief?.map((one) => [one.item, one.strong])).toEqual(
    testPack.items.map((one) => [one.id, one.spoken.strong]),
  );
  const theirs = await ask(practice.people.observer, "GET", `${practice.id}/report`);
  const words = await theirs.text();
  expect(JSON.parse(words)).toMatchObject({ marks: [] });
  for (const { spoken } of testPack.items) expect(words).not.toContain(spoken.strong);
});

test("an export holds what its reader may see, as JSON with a version and as one page without a script", async () => {
  const { ask } = serve();
  const live = await room("live");
  await judged(live);
  const page = await ask(live.people.owner, "GET", `${live.id}/report/export`);
  expect(page.headers.get("content-disposition")).toMatch(
    /^attachment; filename="proofroom-url-shortener-\w{8}\.html"$/,
  );
  const markup = await page.text();
  expect(markup).toContain("&#60;script&#62;alert(1)&#60;/script&#62;");
  expect(markup).toContain("Says &#60;b&#62;how");
  expect(markup).not.toMatch(/<script|<b>|https?:\/\//i);
  expect(markup).toContain("@media print");
  const theirs = await ask(live.people.candidate, "GET", `${live.id}/report/export?format=json`);
  expect(await theirs.json()).toMatchObject({ format: "proofroom-report", version: 1, report: { marks: [] } });
  const candidatePage = await (await ask(live.people.candidate, "GET", `${live.id}/report/export?format=html`)).text();
  expect(candidatePage).not.toContain("for staff");
  expect(candidatePage).not.toContain("3 of 4");
  expect((await ask(live.people.owner, "GET", `${live.id}/report/export?format=pdf`)).status).toBe(400);
});

test("one's own marks are the practice owner's alone, for items that there are, and the last one counts", async () => {
  const { ask } = serve();
  const practice = await room("practice");
  await judged(practice);
  const mark = (person: PersonId, about: string, level: unknown, id = practice.id) =>
    ask(person, "PUT", `${id}/report/self-marks/${about}`, { level });
  expect((await mark(practice.people.owner, item, 2)).status).toBe(204);
  expect((await mark(practice.people.owner, item, 4)).status).toBe(204);
  expect((await mark(practice.people.owner, item, 5)).status).toBe(400);
  expect((await mark(practice.people.owner, "nothing-9", 1)).status).toBe(404);
  expect((await mark(practice.people.observer, item, 1)).status).toBe(404);
  const live = await room("live");
  expect((await mark(live.people.owner, item, 1, live.id)).status).toBe(404);
  const open = await room("practice", { state: "live" });
  const early = await mark(open.people.owner, item, 1, open.id);
  expect([early.status, await early.json()]).toMatchObject([409, { error: "not-ended" }]);
  expect((await mark(open.people.observer, item, 1, open.id)).status).toBe(404);
  const report = await reading(ask(practice.people.owner, "GET", `${practice.id}/report`));
  expect(report.debrief?.find((one) => one.item === item)?.selfMark).toBe(4);
});

test("the debrief says how far each item got in the last attempt at the same problem", async () => {
  const server = serve();
  const first = await room("practice");
  await type(first.id, first.people.owner, "create table links (code text);");
  await noted(first.id, coverage("code text", "1.1"));
  expect((await settled(server, first)).debrief?.map(({ before }) => before)).toEqual(testPack.items.map(() => null));
  const second = await room("practice", { owner: first.people.owner });
  const report = await settled(server, second);
  expect(report.debrief?.map(({ item: id, state, before }) => [id, state, before])).toEqual(
    testPack.items.map(({ id }) => [id, "unseen", id === item ? "covered" : "unseen"]),
  );
});

/** As if the report had been on its way for a while. */
async function aged(roomId: RoomId): Promise<void> {
  const longAgo = new Date(Date.now() - 60_000);
  await database.db.updateTable("report").set({ started_at: longAgo }).where("room_id", "=", roomId).execute();
}

/** A Temporal that starts what it is asked to and says what this test lets it say. */
function engineThat(state: () => WorkflowState): Engine & { started: number[] } {
  const started: number[] = [];
  const never = () => Promise.reject(new Error("not in this test"));
  return {
    started,
    start: never,
    cancel: never,
    state: never,
    startReport: ({ attempt }) => Promise.resolve(void started.push(attempt)),
    reportState: () => Promise.resolve(state()),
    ping: never,
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

test("a report whose workflow was ended from outside says so, and Retry begins the next attempt", async () => {
  let state: WorkflowState = "running";
  const engine = engineThat(() => state);
  const { ask, reports } = serve(engine);
  const { id, people } = await room("live");
  await reports.start(id);
  await reports.idle();
  expect((await reading(ask(people.owner, "GET", `${id}/report`))).status).toBe("writing");
  expect((await ask(people.owner, "POST", `${id}/report/retry`)).status).toBe(409);
  state = "closed";
  expect((await reading(ask(people.owner, "GET", `${id}/report`))).status).toBe("writing");
  await aged(id);
  const failed = await reading(ask(people.owner, "GET", `${id}/report`));
  expect(failed).toMatchObject({ status: "failed", reason: expect.stringContaining("Press Retry") });
  expect((await ask(people.candidate, "POST", `${id}/report/retry`)).status).toBe(404);
  state = "running";
  expect(await reading(ask(people.interviewer, "POST", `${id}/report/retry`))).toMatchObject({ status: "writing" });
  await reports.idle();
  expect(engine.started).toEqual([1, 2]);
});

test("a report that was never begun, and one whose beginning was cut off, begin when somebody looks", async () => {
  const engine = engineThat(() => "missing");
  const { ask, reports } = serve(engine);
  const { id, people } = await room("live");
  await ask(people.candidate, "GET", `${id}/report`);
  await reports.idle();
  await aged(id);
  await ask(people.candidate, "GET", `${id}/report`);
  await reports.idle();
  expect(engine.started).toEqual([1, 1]);
});

test("Retry is refused where it would change nothing, and taken where a key has come since", async () => {
  const engine = engineThat(() => "running");
  const practice = await room("practice");
  await judged(practice);
  const retry = ({ ask }: ReturnType<typeof serve>) =>
    ask(practice.people.owner, "POST", `${practice.id}/report/retry`);
  expect((await retry(serve(engine, true))).status).toBe(409);
  const byRules = { voice: "rules" as const };
  await database.db.updateTable("report").set(byRules).where("room_id", "=", practice.id).execute();
  expect((await retry(serve(engine, false))).status).toBe(409);
  expect((await retry(serve(engine, true))).status).toBe(200);
});
