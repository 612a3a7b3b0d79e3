import { DocumentVersion } from "@proofroom/domain/document/document";
import type { Report } from "@proofroom/domain/interview/report/report";
import { PersonId } from "@proofroom/domain/id";
import type { RoomFact } from "@proofroom/domain/room/channel";
import type { Role, RoomMode } from "@proofroom/domain/room/room";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openTestRoom } from "../interview/test-room.tsx";
// What comes when it is needed is there already: a test waits for what it does, not for its loading.
import "./Debrief.tsx";
import "./SourceDialog.tsx";
import { ReportScreen } from "./ReportScreen.tsx";

const by = { id: PersonId.parse("00000000-0000-4000-8000-000000000001"), name: "Ada" };
const ended: RoomFact = { type: "state", state: "ended", by };
const version = DocumentVersion.parse("1.4");
const nothing: Report = {
  status: "writing",
  voice: "rules",
  facts: [],
  marks: [],
  hints: [],
  skips: [],
  phases: [],
  results: [],
};
const ready: Report = {
  ...nothing,
  status: "ready",
  facts: [
    {
      kind: "coverage",
      text: "Covered, without being asked.",
      quote: "code varchar(8)",
      source: { kind: "document", document: "schema", version, line: 2 },
      item: "data-3",
      state: "covered",
    },
  ],
};
const point = {
  item: "data-3",
  phase: "api-data" as const,
  asked: ["How many codes are there?"],
  state: "covered" as const,
  strong: "Count them before choosing the length.",
  lesson: "A space of names is a number.",
  selfMark: null,
  before: "touched" as const,
};

const stuck = "00000000-0000-4000-8000-000000000009";
const at = "2026-01-01T12:00:00.000Z";
const finding = { document: "api", line: 4, column: 1, rule: "which-operation" };
/** Of a run that could not be started: what it remarked, what it asked, and how it ended. */
const stuckEvents = [
  { type: "finding", ...finding, severity: "warning", message: "A list has no pages." },
  { type: "finding", ...finding, severity: "question", stopsRun: true, message: "Which endpoint makes a link?" },
  { type: "status", status: "validation_failed" },
].map((fact, n) => ({ ...fact, seq: n + 1, at }));

/** What the server answers now, and what it was asked besides the report. */
let report: Report | { error: string; message: string } = nothing;
let refuses = false;
let asked: { method: string; path: string; body: unknown }[] = [];
const unanswered = globalThis.fetch;
const refusal = (status: number, error: string) =>
  Response.json({ error, message: "Try again in a moment." }, { status });
beforeEach(() => {
  Element.prototype.scrollIntoView = () => {}; // jsdom lays nothing out
  asked = [];
  refuses = false;
  globalThis.fetch = (input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input), "http://localhost");
    const path = url.pathname.replace(/^\/api\/rooms\/[^/]+/, "");
    const method = init?.method ?? "GET";
    const body: unknown = typeof init?.body === "string" ? JSON.parse(init.body) : undefined;
    if (path !== "/report") asked.push({ method, path: `${path}${url.search}`, body });
    if (path === "/report") return Promise.resolve(Response.json(report, { status: "error" in report ? 409 : 200 }));
    if (path === "/documents/schema") {
      return Promise.resolve(Response.json({ text: "create table links (\n  code varchar(8)\n);", version }));
    }
    if (path.startsWith("/api/runs/")) {
      return Promise.resolve(
        Response.json({ events: path.includes(stuck) && url.searchParams.get("after") === "0" ? stuckEvents : [] }),
      );
    }
    if (refuses) return Promise.resolve(refusal(503, "storage-away"));
    if (path === "/report/retry") return Promise.resolve(Response.json(report));
    return Promise.resolve(
      path.startsWith("/report/self-marks/") ? new Response(null, { status: 204 }) : refusal(404, "x"),
    );
  };
});

let room: ReturnType<typeof openTestRoom> | undefined;
afterEach(() => {
  room?.close();
  globalThis.fetch = unanswered;
});
const open = (facts: RoomFact[] = [ended], who: { role?: Role; mode?: RoomMode } = {}) => {
  room = openTestRoom(() => <ReportScreen title="URL shortener" />, { facts, ...who });
  room.tell(...facts);
};
const seen = (text: string) => vi.waitFor(() => expect(document.body.textContent).toContain(text));

test("before the end there is a sentence and a way back, and the report appears once the room has ended", async () => {
  report = { error: "not-ended", message: "There is a report once the room has ended." };
  open([]);
  await seen("The interview is not over yet.");
  expect(room?.root.querySelector('a[href^="/rooms/"]')).not.toBeNull();
  report = ready;
  room?.tell(ended);
  await seen("1 point was covered.");
});

test("of twenty open questions the foremost are read at once, and the number of the others is told", async () => {
  const question = (n: number) => ({ kind: "open-question" as const, text: `Question ${n}.`, source: null });
  report = { ...ready, facts: Array.from({ length: 20 }, (_, n) => question(n + 1)) };
  open();
  await seen("20 questions stayed open");
  const card = room?.root.querySelector('[aria-label="Questions left open"]');
  expect(card?.querySelector("details")?.open).toBe(false);
  expect(card?.querySelector("summary")?.textContent).toBe("14 more");
  expect(card?.querySelector("ul")?.querySelectorAll("li")).toHaveLength(6);
  expect(card?.querySelectorAll("li")).toHaveLength(20);
});

test("of a run that could not start the report says what it asked, of one that passed that nothing failed", async () => {
  const counts = { passed: 0, failed: 0, other: 0, failures: [] };
  const results = [
    { ...counts, runId: stuck, number: 1, status: "validation_failed" },
    { ...counts, runId: stuck.replace("9", "7"), number: 2, status: "build_failed" },
    { ...counts, runId: stuck.replace("9", "8"), number: 3, status: "completed", verdict: "passed", passed: 7 },
  ];
  report = { ...ready, results };
  open();
  await seen("Which endpoint makes a link?");
  const told = [...(room?.root.querySelectorAll(".runs-beside tbody td:last-child") ?? [])].map(
    (cell) => cell.textContent,
  );
  expect(told).toEqual(["Which endpoint makes a link?", "", "nothing"]);
});

test("while it is written, the step and how far it is are shown; the room's word brings the next", async () => {
  report = { ...nothing, progress: { step: "Checking quotes", done: 2, of: 5 } };
  open();
  await seen("Checking quotes");
  const bar = room?.root.querySelector("progress");
  expect([bar?.value, bar?.max]).toEqual([2, 5]);
  report = ready;
  room?.tell({ type: "report", status: "ready" });
  await seen("Rule-based interviewer: coverage facts, no judgement");
});

test("a report that is written without a word of the room is found by asking again", async () => {
  report = { ...nothing, progress: { step: "Checking quotes", done: 0, of: 0 } };
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  open();
  await vi.waitFor(() => expect(room?.root.textContent).toContain("Checking quotes"));
  report = ready;
  await vi.advanceTimersByTimeAsync(2_000);
  vi.useRealTimers();
  await seen("1 point was covered.");
});

test("a failed report says why; who may write it again does, and is told when that is refused", async () => {
  report = { ...nothing, status: "failed", reason: "The database was away." };
  open([ended]);
  await seen("The database was away.");
  refuses = true;
  room?.button("Retry")?.click();
  await seen("Try again in a moment.");
  refuses = false;
  report = nothing;
  room?.button("Retry")?.click();
  await seen("The report is being written.");
});

test("a candidate outside practice sees no Retry, no marks and no debrief", async () => {
  report = { ...ready, reason: "There are no marks: the model was away." };
  open([ended], { role: "candidate", mode: "live" });
  await seen("the model was away");
  expect(room?.button("Retry")).toBeUndefined();
  expect(room?.root.textContent).not.toContain("Marks");
  expect(room?.root.textContent).not.toContain("Debrief");
});

test("marks stand apart as drafts, and what was not observed is no low mark", async () => {
  report = {
    ...ready,
    voice: "claude",
    model: "claude-x",
    marks: [
      {
        dimension: "data-model",
        level: 3,
        draft: true,
        flagged: true,
        claims: [{ text: "Long enough.", quote: "code varchar(8)", source: { kind: "document", document: "schema" } }],
      },
      { dimension: "scaling", level: "not_observed", draft: true, claims: [] },
    ],
  };
  open();
  await seen("judged by claude-x, draft");
  const rows = [...(room?.root.querySelectorAll(".marks tbody tr") ?? [])].map((row) => row.textContent);
  expect(rows[0]).toContain("3 of 4");
  expect(rows[0]).toContain("a person should look");
  expect(rows[1]).toContain("not observed");
  expect(rows[1]).not.toContain("of 4");
});

test("a quote opens the document at the version and the line that it was taken from", async () => {
  report = ready;
  open();
  await seen("code varchar(8)");
  room?.button("Schema, line 2")?.click();
  await seen("As it stood at version 1.4.");
  await vi.waitFor(() => expect(document.querySelector(".ln.quoted")?.textContent).toBe("  code varchar(8)"));
  expect(asked.map(({ path }) => path)).toContain("/documents/schema?version=1.4");
});

test("one's own mark is shown at once and taken back when the server refuses it", async () => {
  report = { ...ready, debrief: [point] };
  open();
  await seen("Debrief");
  await vi.waitFor(() => expect(document.querySelector(".self-marks")).not.toBeNull());
  const marks = document.querySelector(".self-marks");
  const level = (n: number) => room?.root.querySelectorAll<HTMLInputElement>(".self-marks input")[n - 1];
  level(3)?.click();
  await seen("you: 3 of 4");
  expect(asked.at(-1)).toMatchObject({ method: "PUT", path: "/report/self-marks/data-3", body: { level: 3 } });
  expect(document.querySelector(".self-marks")).toBe(marks);
  refuses = true;
  level(1)?.click();
  await seen("Your mark was not kept.");
  expect(room?.root.textContent).toContain("you: 3 of 4");
  expect(level(3)?.checked).toBe(true);
  expect(level(1)?.checked).toBe(false);
});

test("a strong answer is closed until it is opened, one or all, and the last attempt is compared", async () => {
  report = { ...ready, debrief: [point, { ...point, item: "data-4", asked: [], before: "covered" }] };
  open();
  await seen("1 covered last time, 2 now.");
  const points = () => [...(room?.root.querySelectorAll<HTMLDetailsElement>("details.point") ?? [])];
  expect(points().map((one) => one.open)).toEqual([false, false]);
  room?.button("Open all")?.click();
  await vi.waitFor(() => expect(points().map((one) => one.open)).toEqual([true, true]));
  room?.button("Close all")?.click();
  await vi.waitFor(() => expect(points().map((one) => one.open)).toEqual([false, false]));
});
