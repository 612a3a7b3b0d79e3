import { expect, test } from "vitest";
import type { TestResult } from "../../judge/result.ts";
import { runMends, topicsOfRun } from "./run-topics.ts";
import type { Reading } from "../reading.ts";

const lines = (count: number, at: Record<number, string>): string =>
  Array.from({ length: count }, (_, n) => at[n + 1] ?? "").join("\n");

const reading: Reading = {
  texts: { schema: "", api: lines(60, { 5: "    post:", 31: "          - insert: urls", 56: "    get:" }), design: "" },
  versions: { schema: "1.1", api: "1.4", design: "1.1" },
  model: {
    components: [],
    edges: [],
    tables: [],
    unbound: [],
    findings: [],
    operations: [
      {
        opId: "POST /links",
        method: "POST",
        path: "/links",
        line: 5,
        bodyRequired: true,
        parameters: [],
        responses: [],
        steps: [{ transaction: [{ insert: "urls", values: {} }] }],
        stepLines: [{ line: 30, inside: [31] }],
        words: [],
        inputs: {},
        outputs: {},
        confidence: 1,
      },
      {
        opId: "GET /{code}",
        method: "GET",
        path: "/{code}",
        line: 56,
        bodyRequired: false,
        parameters: [],
        responses: [],
        steps: [{ get: "urls", by: { code: "$path.code" } }],
        words: [],
        inputs: {},
        outputs: {},
        confidence: 1,
      },
    ],
  },
};

const result = (change: Partial<TestResult>): TestResult => ({
  suite: "functional",
  name: "shorten then resolve",
  status: "failed",
  observed: "GET /x answered 500.",
  threshold: "302",
  teaches: "redirect",
  attribution: "design",
  ...change,
});
const run = (results: TestResult[], number = 1) => ({
  runId: `r${number}`,
  number,
  verdict: "failed" as const,
  results,
});
const post = (status: number) => ({
  request: { method: "POST", path: "/links", headers: { "idempotency-key": "k1" }, body: `{"url":"not a url"}` },
  response: { status, headers: {} },
});

const twice = result({
  name: "shorten twice with one Idempotency-Key gives one code and one row",
  observed: "urls gained 2 rows.",
  ...post(201),
  before: [{ ...post(201), millis: 3 }],
});

test("a failed repeat is told by what was answered, at the line that inserts", () => {
  const [topic] = topicsOfRun(run([twice]), reading);
  expect(topic?.wordings[0]).toBe(
    "`POST /links` answered 201 twice for one `Idempotency-Key`. What in `api` line 31 would have stopped the second row?",
  );
  expect(topic).toMatchObject({
    source: "run",
    place: { document: "api", version: "1.4", line: 31, quote: "          - insert: urls" },
  });
  expect(topic?.facts).toContain("create-is-idempotent");
});

test("however a failed repeat is asked about, the header and the line are named", () => {
  const [topic] = topicsOfRun(run([twice]), reading);
  expect(topic?.wordings).toHaveLength(3);
  for (const wording of topic?.wordings ?? []) expect(wording).toMatch(/`Idempotency-Key`.*`api` line 31/);
});

test("each way to fail has its own question with the request or the observation in it", () => {
  const results = [
    result({
      name: "resolve of an unknown code is 404",
      request: { method: "GET", path: "/zzz", headers: {} },
      response: { status: 200, headers: {} },
    }),
    result({ name: "shorten of a malformed URL is 4xx", ...post(201) }),
    result({ name: "5,000 shortens give distinct codes", observed: "5000 requests carried 4,988 distinct code." }),
    result({
      name: "shorten then resolve",
      request: { method: "GET", path: "/abc", headers: {} },
      response: { status: 500, headers: {} },
    }),
    result({ name: "slow", request: { method: "GET", path: "/abc", headers: {} }, response: null }),
    result({ suite: "chaos", name: "without one service" }),
  ];
  const topics = topicsOfRun(run(results), reading);
  expect(topics).toHaveLength(6);
  expect(new Set(topics.map(({ id }) => id)).size).toBe(6);
  for (const { wordings } of topics) {
    expect(wordings.length).toBeGreaterThanOrEqual(3);
    for (const wording of wordings) {
      expect(wording).toMatch(/\?$/);
      expect(wording).not.toMatch(/undefined|NaN|\{(?!code\}|")/);
      expect(wording.split(/\s+/).length).toBeLessThanOrEqual(55);
    }
  }
  expect(topics[0]?.wordings[0]).toContain("`GET /{code}` answered 200");
});

test("a failure of the platform, a pass and a skip ask nothing", () => {
  expect(
    topicsOfRun(
      run([result({ attribution: "platform" }), result({ status: "passed" }), result({ status: "skipped" })]),
      reading,
    ),
  ).toEqual([]);
});

test("what passed before and fails now says so and comes first", () => {
  const before = run([result({ ...twice, status: "passed" }), result({ name: "resolve of an unknown code is 404" })]);
  const topics = topicsOfRun(run([result({ name: "resolve of an unknown code is 404" }), twice], 2), reading, before);
  expect(topics[0]?.wordings[0]).toMatch(/^It passed in run 1 and fails now\. `POST \/links` answered 201 twice/);
  expect(topics).toHaveLength(2);
});

test("a test that passes again is named with both runs", () => {
  expect(runMends(run([twice]), run([{ ...twice, status: "passed" }], 2))).toEqual([
    {
      topic: `run:functional:${twice.name}`,
      text: '"shorten twice with one Idempotency-Key gives one code and one row" failed in run 1 and passes in run 2.',
    },
  ]);
});

test("without a reading the question still names request and observation", () => {
  const [topic] = topicsOfRun(run([twice]), null);
  expect(topic?.place).toBeNull();
  expect(topic?.wordings[0]).toContain("`POST /links` answered 201 twice");
});

test("one refusal that several tests met is asked about once", () => {
  const refused = (name: string) =>
    result({
      name,
      observed: "POST /links answered 400.",
      request: { method: "POST", path: "/links", headers: {}, body: "{}" },
      response: { status: 400, headers: {}, body: '{"error":"invalid","message":"owner must not be null"}' },
    });
  const results = [
    refused("shorten then resolve redirects to the same URL"),
    refused("5,000 shortens give distinct codes"),
  ];
  expect(topicsOfRun({ runId: "r", number: 1, verdict: "failed", results }, reading)).toHaveLength(1);
});

test("a test that was refused before it could look at anything is asked about as a refusal, in the answer's own words", () => {
  const refused = result({
    name: "shorten twice with one Idempotency-Key gives one code and one row",
    threshold: "POST /links answers 2xx, leaves 1 new row.",
    observed: "POST /links answered 400.",
    request: { method: "POST", path: "/links", headers: { "idempotency-key": "a" }, body: "{}" },
    response: { status: 400, headers: {}, body: '{"error":"invalid","message":"value too long for type varchar(5)"}' },
  });
  const [topic] = topicsOfRun({ runId: "r", number: 1, verdict: "failed", results: [refused] }, reading);
  expect(topic?.wordings[0]).toBe(
    '`POST /links` answered 400 to a sound request, saying "value too long for type varchar(5)". Which of your rules refuses it, from `api` line 31 on?',
  );
  const column = String.raw`{"error":"invalid","message":"null value in column \"owner\" of relation \"links\""}`;
  const unfilled = { ...refused, response: { status: 400, headers: {}, body: column } };
  const [second] = topicsOfRun({ runId: "r", number: 1, verdict: "failed", results: [unfilled] }, reading);
  expect(second?.wordings[0]).toContain(`saying "null value in column 'owner' of relation 'links'".`);
});
