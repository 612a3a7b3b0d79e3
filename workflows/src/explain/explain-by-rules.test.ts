import { newRun } from "@proofroom/domain/run/advance";
import { requestIdHeader, type TestResult } from "@proofroom/domain/judge/result";
import type { Run } from "@proofroom/domain/run/run";
import { expect, test } from "vitest";
import type { Case } from "./case.ts";
import { explainByRules } from "./explain-by-rules.ts";

const line = (component: string, text: string, seq = 1) => {
  return { seq, at: "2026-01-01T00:00:00Z", component, stream: "stdout" as const, line: text };
};

const failed = (more: Partial<TestResult>): TestResult => ({
  suite: "functional",
  name: "a test",
  status: "failed",
  observed: "It was seen.",
  threshold: "It was expected.",
  teaches: "",
  attribution: "design",
  ...more,
});

const exchange = (asked: string, status: number, body = "") => {
  const [method = "", path = ""] = asked.split(" ");
  return { request: { method, path, headers: {} }, response: { status, headers: {}, body } };
};

function given(
  run: Partial<Run>,
  ending: Case["ending"] = { status: "completed" },
  earlier: Case["earlier"] = null,
): Case {
  return { run: { ...newRun("2026-01-01T00:00:00Z"), verdict: "failed", ...run }, ending, earlier };
}

const ours = (reason: string): Case["ending"] => ({ status: "deploy_failed", reason });

test.each([
  ["Error: listen EADDRINUSE: address already in use 127.0.0.1:41031", "port-in-use", "platform"],
  ["ENOSPC: no space left on device, write", "disk-full", "platform"],
  ["could not extend file base/5/1249: No space left on device", "disk-full", "platform"],
  ["service-2 exited with code 137", "out-of-memory", "deployment"],
  ["FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory", "out-of-memory", "deployment"],
  ["accept4: too many open files", "too-many-files", "platform"],
  ["getaddrinfo ENOTFOUND db", "name-not-found", "platform"],
  ['could not translate host name "db" to address', "name-not-found", "platform"],
  ["EACCES: permission denied, mkdir '/srv/runs'", "not-permitted", "platform"],
  ["connect ECONNREFUSED 127.0.0.1:5432", "refused-before-ready", "deployment"],
  ["FATAL:  the database system is starting up", "refused-before-ready", "deployment"],
  ["the service was not ready within 30 s", "too-slow-to-start", "platform"],
  ["The host of this run has been silent for too long.", "too-slow-to-start", "platform"],
  ["Quota 'CPUS' exceeded. Limit: 8.0", "quota", "platform"],
  ["Error: ErrImagePull: manifest unknown", "image-pull", "platform"],
])("a deployment that says %j failed for %s, which is the %s's", (said, category, attribution) => {
  const byReason = explainByRules(given({}, ours(said)));
  expect(byReason).toMatchObject({ category, attribution });
  const byLog = explainByRules(given({ log: [line("db", "ready"), line("db", said, 2)] }, ours("it did not start")));
  expect(byLog).toMatchObject({ category, attribution, evidence: [{ kind: "log", seq: 2 }] });
});

test.each([
  ['column "long_url" does not exist', "missing-column", "long_url"],
  ['column "idem" of relation "urls" does not exist', "missing-column", "table urls"],
  ['relation "links" does not exist', "missing-table", "links"],
  ["operator does not exist: bigint = text", "type-mismatch", "bigint = text"],
  ['column "owner_id" is of type uuid but expression is of type text', "type-mismatch", "owner_id is uuid"],
  ['null value in column "owner_id" of relation "urls" violates not-null constraint', "not-null", "owner_id of urls"],
  ['insert or update on table "urls" violates foreign key constraint "urls_owner_fk"', "foreign-key", "urls_owner_fk"],
  ["value too long for type character varying(5)", "value-too-long", "character varying(5)"],
  ["canceling statement due to statement timeout", "statement-timeout", "longer"],
  ["deadlock detected", "deadlock", "waited for each other"],
  ["sorry, too many clients already", "too-many-connections", "connections"],
])("a service that logs %j failed for %s and names %s", (said, category, named) => {
  const result = failed({ ...exchange("POST /links", 500, '{"error":"broken"}') });
  const explained = explainByRules(given({ results: [result], log: [line("api-1", `POST /links: error: ${said}`)] }));
  expect(explained).toMatchObject({ category, attribution: "design" });
  expect(explained.cause).toContain(named);
  expect(explained.evidence[0]).toMatchObject({ kind: "log", component: "api-1" });
});

test.each([
  ["GET /abc1234", 200, "GET /{code} redirects to https://example.com/1.", "redirect-missing"],
  ["GET /abc1234", 302, "GET /{code} redirects to https://example.com/1.", "redirect-elsewhere"],
  ["GET /abc1234", 400, "GET /{code} redirects to https://example.com/1.", "good-input-refused"],
  ["GET /zzzzzzz", 200, "GET /{code} answers 404.", "absent-is-found"],
  ["POST /seats/2/hold", 201, "POST /seats/{id}/hold answers 4xx.", "unguarded-write"],
  ["POST /seats/2/hold", 201, "POST /seats/{id}/hold answers 2xx once of 16 and 4xx else.", "unguarded-write"],
  ["POST /links", 201, "POST /links gives 5,000 distinct code.", "values-met"],
  [
    "POST /links",
    201,
    'POST /links gives another code than "aB3", or refuses, when that is drawn again.',
    "values-met",
  ],
  [
    "POST /links",
    409,
    'POST /links gives another code than "aB3", or refuses, when that is drawn again.',
    "refused-and-kept",
  ],
  ["POST /links", 422, "POST /links answers 2xx.", "good-input-refused"],
  ["GET /abc1234", 404, "GET /{code} answers 2xx.", "no-such-route"],
  ["POST /links", 503, "POST /links answers 2xx.", "server-error"],
  ["POST /links", 502, "POST /links answers 2xx.", "gateway-error"],
])("%s answered %i where the judge expected %j: %s", (asked, status, threshold, category) => {
  const explained = explainByRules(given({ results: [failed({ ...exchange(asked, status), threshold })] }));
  expect(explained.category).toBe(category);
  expect(explained.cause).toContain(asked);
  expect(explained.evidence).toContainEqual({ kind: "result", name: "a test", text: "It was seen." });
});

test("what is malformed and accepted is a matter of its format, what is taken and given again of a guard", () => {
  const accepted = { ...exchange("POST /links", 201), threshold: "POST /links answers 4xx." };
  const malformed = failed({ ...accepted, name: "shorten of a malformed URL is 4xx", teaches: "validation" });
  const taken = failed({ ...accepted, name: "second hold of a held seat is refused", teaches: "one-seat-one-hold" });
  expect(explainByRules(given({ results: [malformed] }))).toMatchObject({ category: "bad-input-accepted" });
  const guard = explainByRules(given({ results: [taken] }));
  expect(guard).toMatchObject({ category: "unguarded-write" });
  expect(guard.nextStep).toMatch(/where of its update.*unique constraint/);
});

test("a repeat that is refused is told to be answered as the first, whatever refused it", () => {
  const name = "confirm twice with one key is one booking";
  const threshold = "POST /holds/{id}/confirm answers 2xx, leaves at most 1 new row.";
  const first = { ...exchange("POST /holds/7/confirm", 200), millis: 3 };
  const again = exchange("POST /holds/7/confirm", 409);
  const said = 'duplicate key value violates unique constraint "tickets_seat_id_key"';
  const refused = failed({ name, threshold, ...again, before: [first] });
  const byState = explainByRules(given({ results: [refused] }));
  expect(byState).toMatchObject({ category: "repeat-refused" });
  const response = { status: 409, headers: {}, body: JSON.stringify({ message: said }) };
  const byConstraint = explainByRules(given({ results: [{ ...refused, response }] }));
  expect(byConstraint).toMatchObject({ category: "unique", cause: expect.stringContaining("came again") });
  for (const { nextStep } of [byState, byConstraint]) expect(nextStep).toMatch(/look for it before/);
  const once = explainByRules(given({ results: [{ ...refused, before: [] }] }));
  expect(once).toMatchObject({ category: "good-input-refused" });
});

test("what is refused by a hold that should be over is to look at the time", () => {
  const threshold = "POST /seats/{id}/hold answers 2xx.";
  const before = [{ ...exchange("POST /seats/7/hold", 201), millis: 3 }];
  const held = { threshold, ...exchange("POST /seats/7/hold", 409), before, clockMoved: 60_000 };
  const explained = explainByRules(given({ results: [failed(held)] }));
  const atOnce = explainByRules(given({ results: [failed({ ...held, clockMoved: undefined })] }));
  expect(atOnce).not.toMatchObject({ category: "end-not-seen" });
  expect(explained).toMatchObject({ category: "end-not-seen" });
  expect(explained.nextStep).toMatch(/look at the time/);
});

test("a line that came four times stands once in the evidence", () => {
  const log = [1, 2, 3, 4].map((n) => line("db", `ERROR: value too long for type character varying(5) at ${n}`, n));
  const result = failed({ ...exchange("POST /links", 400) });
  const { evidence } = explainByRules(given({ results: [result], log }));
  expect(evidence.filter(({ kind }) => kind === "log")).toHaveLength(1);
});

test("a repeat under one key that made two rows is told as that", () => {
  const name = "shorten twice with one Idempotency-Key gives one code and one row";
  const result = failed({
    ...exchange("POST /links", 201),
    name,
    threshold: "POST /links answers 2xx, leaves 1 new row.",
  });
  expect(explainByRules(given({ results: [result] })).category).toBe("repeat-made-two");
});

const sent = (id: string, asked: string, status: number, body = "") => {
  const { request, response } = exchange(asked, status, body);
  return { request: { ...request, headers: { [requestIdHeader]: id } }, response };
};

test("only lines of the very request, and of the same one sent before it, stand in the evidence", () => {
  const first = { ...sent("a1", "POST /links", 201), millis: 4 };
  const result = failed({
    ...sent("b2", "POST /links", 201),
    before: [{ ...sent("00", "GET /x", 200), millis: 1 }, first],
    name: "shorten twice with one Idempotency-Key gives one code and one row",
    threshold: "POST /links answers 2xx.",
  });
  const log = [
    line("api-1", "POST /links 400 3 ms (request 77)", 1),
    line("api-1", "GET /x 200 3 ms (request 00)", 2),
    line("api-1", "POST /links 201 3 ms (request a1)", 3),
    line("api-2", "POST /links 201 3 ms (request b2)", 4),
    line("api-2", "POST /links 201 3 ms", 5),
  ];
  const logged = (of: TestResult) =>
    explainByRules(given({ results: [of], log })).evidence.flatMap((one) => (one.kind === "log" ? [one.seq] : []));
  expect(logged(result)).toEqual([3, 4]);
  expect(logged(failed({ ...result, ...sent("zz", "POST /links", 201), before: [] }))).toEqual([]);
});

test("what the database refused to another request is no cause of this failure", () => {
  const log = [
    line("db", "ERROR:  value too long for type character varying(5)", 1),
    line("api-1", "POST /links (request 77): error: value too long for type character varying(5)", 2),
  ];
  const result = failed({ ...sent("b2", "GET /abc", 200), threshold: "GET /{code} redirects to https://example.com." });
  const explained = explainByRules(given({ results: [result], log }));
  expect(explained).toMatchObject({ category: "redirect-missing", evidence: [{ kind: "result" }] });
});

test("a value that was taken already is told by the answer that refused it, with the database's own line", () => {
  const message = 'duplicate key value violates unique constraint "urls_code_key"';
  const body = JSON.stringify({ error: "conflict", message });
  const result = failed({
    ...sent("b2", "POST /links", 409, body),
    threshold: "POST /links gives 5,000 distinct codes.",
  });
  const log = [
    line("db", 'ERROR:  duplicate key value violates unique constraint "urls_idem_key_key"', 1),
    line("db", `ERROR:  ${message}`, 2),
  ];
  const explained = explainByRules(given({ results: [result], log }));
  expect(explained).toMatchObject({ category: "unique", evidence: [{ kind: "log", seq: 2 }, { kind: "result" }] });
  expect(explained.cause).toContain("urls_code_key");
});

test("an answer without the value that was looked for is no repeat that made two, and no two that are alike", () => {
  const observed = "POST /links answered 201 without a code that could be found.";
  const results = [
    failed({ ...exchange("POST /links", 201), observed, name: "twice with one Idempotency-Key" }),
    failed({ ...exchange("POST /links", 201), observed, threshold: "POST /links gives 5,000 distinct codes." }),
  ];
  for (const result of results) {
    const explained = explainByRules(given({ results: [result] }));
    expect(explained).toMatchObject({ category: "value-missing", cause: expect.stringContaining("no code was found") });
  }
});

test("of a value that cannot be read no column is named, for a default or a cast may have been what read it", () => {
  const log = [line("db", 'ERROR:  invalid input syntax for type integer: "0.87"')];
  const { cause } = explainByRules(given({ results: [failed({})], log }));
  expect(cause).toBe("A value was to be read as integer, and it is none.");
});

test("failures of other endpoints are no evidence for this one", () => {
  const results = [
    failed({ name: "one", ...exchange("POST /links", 500), threshold: "POST /links answers 2xx." }),
    failed({ name: "two", ...exchange("GET /a", 500), threshold: "GET /{code} answers 2xx." }),
  ];
  expect(explainByRules(given({ results })).evidence).toEqual([{ kind: "result", name: "one", text: "It was seen." }]);
});

test("an answer's own words are part of the cause", () => {
  const body = '{"error":"invalid","message":"url must match format uri"}';
  const result = failed({ ...exchange("POST /links", 400, body), threshold: "POST /links answers 2xx." });
  expect(explainByRules(given({ results: [result] })).cause).toContain("It said: url must match format uri.");
});

test("a design that passed before and has not changed is called flaky, whatever the answer was", () => {
  const result = failed({ ...exchange("GET /a", 200), threshold: "GET /{code} answers 404." });
  const explained = explainByRules(
    given({ results: [result] }, undefined, { number: 2, isSameDesign: true, changed: [] }),
  );
  expect(explained).toMatchObject({ category: "flaky", attribution: "flaky" });
  expect(explained.cause).toContain("run #2");
});

test("what changed since the last run that passed stands beside the cause", () => {
  const result = failed({ ...exchange("GET /a", 200), threshold: "GET /{code} answers 404." });
  const earlier = { number: 3, isSameDesign: false, changed: ["api line 31 is new since then: - get: urls"] };
  expect(explainByRules(given({ results: [result] }, undefined, earlier)).evidence).toContainEqual({
    kind: "earlier",
    run: 3,
    text: "api line 31 is new since then: - get: urls",
  });
});

test("a machine's trouble does not excuse a design that ran and answered wrongly", () => {
  const log = [line("gateway", "connect ECONNREFUSED 127.0.0.1:40001"), line("api-1", "GET /zzz 200")];
  const result = failed({ ...exchange("GET /zzz", 200), threshold: "GET /{code} answers 404." });
  expect(explainByRules(given({ results: [result], log }))).toMatchObject({
    attribution: "design",
    category: "absent-is-found",
  });
});

test("a design that was refused names the line and the first way to mend it", () => {
  const finding = {
    document: "api" as const,
    line: 12,
    column: 3,
    severity: "question" as const,
    stopsRun: true,
    rule: "which-endpoint",
    message: "Two endpoints could shorten a URL",
    fixes: [{ label: "POST /links", edits: [] }],
  };
  const explained = explainByRules(given({ findings: [finding] }, { status: "validation_failed" }));
  expect(explained).toMatchObject({
    category: "open-question",
    cause: "API line 12: Two endpoints could shorten a URL.",
  });
  expect(explained.nextStep).toContain("POST /links");
  // Of several answers none is recommended: which one is meant is the candidate's to say.
  const open = { ...finding, fixes: [...finding.fixes, { label: "PUT /links", edits: [] }] };
  const asked = explainByRules(given({ findings: [open] }, { status: "validation_failed" }));
  expect(asked.nextStep).toBe("Answer the question at API line 12 with one click on what is meant. Then run again.");
});

test("what no rule knows is unclassified, with the rarest lines instead of a guess", () => {
  const noise = Array.from({ length: 50 }, (_, n) => line("api-1", `GET /links/${n} 200 in ${n} ms`, n + 1));
  const log = [...noise, line("api-2", "assertion b < c did not hold", 51)];
  const explained = explainByRules(given({ results: [failed({})], log }));
  expect(explained).toMatchObject({ category: "unclassified", attribution: "unknown", confidence: 0 });
  expect(explained.evidence).toContainEqual({
    kind: "log",
    component: "api-2",
    seq: 51,
    text: "assertion b < c did not hold",
  });
  expect(explained.evidence.filter(({ kind }) => kind === "log")).toHaveLength(2);
});
