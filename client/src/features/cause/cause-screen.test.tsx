import { RunId } from "@proofroom/domain/id";
import { requestIdHeader, type TestResult } from "@proofroom/domain/judge/result";
import type { Explanation } from "@proofroom/domain/run/explanation";
import { render } from "solid-js/web";
import { afterEach, expect, test } from "vitest";
import { CauseScreen } from "./CauseScreen.tsx";

let dispose = (): void => {};
afterEach(() => dispose());

const at = "2030-01-01T00:00:00.000Z";
const result: TestResult = {
  suite: "functional",
  name: "second hold of a held seat is 409",
  status: "failed",
  observed: "POST /hold answered 201; 409 was expected.",
  threshold: "409",
  teaches: "",
  attribution: "design",
  request: { method: "POST", path: "/hold", headers: { [requestIdHeader]: "r2" } },
  response: { status: 201, headers: {} },
  before: [
    { request: { method: "GET", path: "/seats", headers: { [requestIdHeader]: "r1" } }, response: null, millis: 3 },
  ],
  trace: {
    hops: [
      { request: "r2", component: "gw", kind: "gateway", at, millis: 9, status: 201, statements: [], dropped: 0 },
      {
        request: "r2",
        component: "api-2",
        kind: "service",
        at,
        millis: 8,
        status: 201,
        endpoint: { name: "POST /hold", line: 7 },
        dropped: 0,
        statements: [
          { at, millis: 0.2, text: "begin", values: [], isInTransaction: true },
          {
            at,
            millis: 4,
            text: 'update "seats" set "status" = $1',
            values: ["held"],
            isInTransaction: true,
            rows: 1,
            step: { words: "Sets status = held in the row of seats.", line: 9 },
            plan: {
              kind: "estimated",
              nodes: [
                { depth: 0, node: "Update", table: "seats", rows: 0 },
                { depth: 1, node: "Seq Scan", table: "seats", rows: 1, condition: "(no = 'a1')" },
              ],
            },
          },
          {
            at,
            millis: 1,
            text: "insert into x",
            values: [],
            isInTransaction: true,
            refused: { code: "23505", message: "twice" },
          },
        ],
        asks: [
          {
            at: "2030-01-01T00:00:00.002Z",
            millis: 0.3,
            to: "hot",
            what: "get seat:a1",
            came: "hit",
            isRefused: false,
          },
        ],
      },
      {
        request: "r2",
        component: "mailer",
        kind: "worker",
        at: "2030-01-01T00:00:00.050Z",
        millis: 2,
        status: 409,
        how: "message 1.1, delivery 1",
        dropped: 0,
        statements: [
          {
            at: "2030-01-01T00:00:00.051Z",
            millis: 1,
            text: "select",
            values: [],
            isInTransaction: false,
            step: { words: "Counts the rows of mails." },
          },
        ],
      },
    ],
    log: [{ at, component: "api-2", stream: "stdout", line: "POST /hold 201 (request r2)" }],
  },
};

const runId = RunId.parse("00000000-0000-4000-8000-000000000001");
const explanation: Explanation = {
  category: "no-guard",
  cause: "Nothing refuses a second hold.",
  attribution: "design",
  evidence: [],
  source: "rules",
  confidence: 1,
};

function shown(of: TestResult, why?: { runId: RunId; explanation: Explanation }): HTMLElement {
  const root = document.createElement("div");
  const texts = { schema: "-- seats\ncreate table seats (no text)", api: "", design: "" };
  const sources = { room: "r", texts: () => texts };
  dispose = render(() => <CauseScreen result={of} run={3} sources={sources} why={why} />, root);
  return root;
}

test("a failed test is followed from its request to the statement, its step, its table, its plan and the log", () => {
  const root = shown(result);
  const [deciding, before] = root.querySelectorAll("section[aria-label]");
  expect(deciding?.querySelector("h2")?.textContent).toBe("The request that decided it: POST /hold 201");
  expect(before?.querySelector("h2")?.textContent).toBe("Before: GET /seats without an answer");
  const step = deciding?.querySelectorAll(".for-step")[1];
  expect(step?.querySelector("header b")?.textContent).toBe("Sets status = held in the row of seats.");
  const links = [...(step?.querySelectorAll("a") ?? [])].map((link) => link.getAttribute("href"));
  expect(links).toEqual(["/rooms/r#api:9", "/rooms/r#schema:2"]);
  expect(step?.querySelector(".plan .ink-warn")?.textContent).toBe("reads the whole table seats");
  expect(root.textContent).toContain("Refused (23505): twice");
  expect(root.querySelector("ol.said li")?.textContent).toContain("POST /hold 201 (request r2)");
  expect([...root.querySelectorAll(".timeline li b")].map((who) => who.textContent)).toEqual([
    "gw",
    "api-2",
    "database",
    "database",
    "database",
    "hot",
    "mailer",
    "database",
  ]);
});

test("what a process asked of others is seen with what came of it, and what a worker did later belongs to its request", () => {
  const root = shown(result);
  const [deciding] = root.querySelectorAll("section[aria-label]");
  expect(deciding?.querySelector("ul")?.textContent).toBe("hotget seat:a1hit0.3\u00a0ms");
  expect(deciding?.textContent).toContain("mailer refused what it was sent (message 1.1, delivery 1)");
  const later = [...(deciding?.querySelectorAll(".for-step") ?? [])].at(-1);
  expect(later?.querySelector("header b")?.textContent).toBe("Counts the rows of mails.");
  expect(later?.querySelector("header a")).toBeNull();
});

test("a test of an older run says that nothing was kept, and what to do", () => {
  const { trace: _trace, ...older } = result;
  expect(shown(older).textContent).toContain("Run again to see it");
});

test("times that a moved clock explains are explained", () => {
  const root = shown({ ...result, clockMoved: 150_000 });
  const [deciding, before] = root.querySelectorAll("section[aria-label]");
  expect(deciding?.textContent).toContain("clock was moved on by 2:30\u00a0min before it");
  expect(before?.textContent).not.toContain("clock was moved");
});

test("why the run failed stands above what this test saw", () => {
  const text = shown(result, { runId, explanation }).textContent ?? "";
  expect(text).toContain("Nothing refuses a second hold.");
  expect(text.indexOf("Why it failed")).toBeLessThan(text.indexOf("POST /hold answered 201"));
  dispose();
  expect(shown(result).textContent).not.toContain("Why it failed");
});

test("a body stands right below its request or status, and headers are folded under it", () => {
  const request = { method: "POST", path: "/hold", headers: { accept: "a/b" }, body: '{"seat":1}' };
  const root = shown({ ...result, request, response: { status: 201, headers: { etag: "x" }, body: '{"id":7}' } });
  const exchange = root.querySelector("section[aria-label] .proof .code");
  const folded = [...(exchange?.querySelectorAll("details:not([open])") ?? [])];
  expect(folded.map((heads) => heads.textContent)).toEqual(["1 headeraccept: a/b", "1 headeretag: x"]);
  for (const heads of folded) heads.remove();
  expect(exchange?.textContent).toMatch(/^POST \/hold{ {2}"seat": 1} 201{ {2}"id": 7}$/);
});

test("a database that refused nothing is said to have logged nothing", () => {
  const silent = "Of the database there is no line";
  expect(shown(result).textContent).not.toContain(silent);
  const hops = result.trace?.hops.filter(({ kind }) => kind !== "service") ?? [];
  dispose();
  expect(shown({ ...result, trace: { hops, log: [] } }).textContent).toContain(silent);
});

test("of many requests those that led there are folded, each under what was asked and answered", () => {
  const one = result.before?.[0];
  const root = shown({ ...result, before: one === undefined ? [] : Array.from({ length: 9 }, () => one) });
  const folded = [...root.querySelectorAll("section[aria-label] > details:not([open]) > summary")];
  expect(folded.map((heading) => heading.textContent)).toEqual(
    Array.from({ length: 9 }, () => "Before: GET /seats without an answer"),
  );
  expect(root.querySelector("section[aria-label] h2")?.closest("details")).toBeNull();
});
