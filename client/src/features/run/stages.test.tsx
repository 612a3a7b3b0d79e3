import { newRun } from "@proofroom/domain/run/advance";
import type { RunEvent, RunFact } from "@proofroom/domain/run/event";
import { expect, test } from "vitest";
import { advanceAll } from "../../data/run.ts";
import { firstError, stagesOf, verdictSentence } from "./stages.ts";

const start = "2026-01-01T00:00:00.000Z";
const at = (n: number) => new Date(Date.parse(start) + n * 1_000).toISOString();
const events = (...facts: RunFact[]): RunEvent[] => facts.map((fact, n) => ({ ...fact, seq: n + 1, at: at(n + 1) }));
const result = { suite: "functional", threshold: "302", teaches: "", attribution: "design" } as const;

const wholeRun = events(
  { type: "queue", place: 1 },
  { type: "status", status: "validating" },
  { type: "status", status: "generating_infra" },
  { type: "status", status: "deploying" },
  { type: "step", step: "start Postgres", state: "started" },
  { type: "log", component: "postgres", stream: "stdout", line: "ready" },
  { type: "step", step: "start Postgres", state: "done", millis: 1_200 },
  { type: "status", status: "testing" },
  { type: "result", ...result, name: "shorten", status: "passed", observed: "201" },
  { type: "result", ...result, name: "resolve", status: "failed", observed: "answered 404, should be 302" },
  { type: "verdict", verdict: "failed" },
  { type: "status", status: "completed" },
);
const folded = (facts: RunEvent[]) => advanceAll(newRun(start), facts) ?? newRun(start);

test("stages that have not begun stand in the list from the start", () => {
  const stages = stagesOf(folded(wholeRun.slice(0, 2)));
  expect(stages.map((stage) => [stage.label, stage.mark])).toEqual([
    ["Queue", "passed"],
    ["Validate", "running"],
    ["Deploy", "pending"],
    ["Functional", "pending"],
  ]);
});

test("the last stage carries the verdict and how many tests passed", () => {
  const stages = stagesOf(folded(wholeRun));
  expect(stages.at(-1)).toMatchObject({ label: "Functional", mark: "failed", note: "1/2" });
  expect(stages.find((stage) => stage.status === "deploying")?.steps).toMatchObject([
    { step: "start Postgres", millis: 1_200 },
  ]);
});

test("while tests are still to come, those that passed are counted out of all", () => {
  const passed = { type: "result", ...result, status: "passed", observed: "201" } as const;
  const running = events(
    { type: "status", status: "testing" },
    { type: "step", step: "functional", state: "started", detail: "5 tests" },
    { ...passed, name: "shorten" },
    { ...passed, name: "resolve" },
  );
  expect(stagesOf(folded(running)).at(-1)).toMatchObject({ label: "Functional", mark: "running", note: "2/5" });
});

test("what a failed validation kept from starting is skipped, and its finding leads", () => {
  const finding = {
    document: "schema",
    line: 3,
    column: 1,
    severity: "error",
    rule: "syntax",
    message: "Line 3 ends early.",
  } as const;
  const run = folded(
    events(
      { type: "status", status: "validating" },
      { type: "finding", ...finding },
      { type: "status", status: "validation_failed" },
    ),
  );
  expect(stagesOf(run).map((stage) => stage.mark)).toEqual(["passed", "failed", "skipped", "skipped"]);
  expect(firstError(run)).toBe("Line 3 ends early.");
});

test("what is to mend is what stops a run: a question of a required capability too, and no warning", () => {
  const found = { document: "api", line: 3, column: 1, rule: "which-way", message: "How is a seat held?" } as const;
  const run = folded(
    events(
      { type: "status", status: "validating" },
      { type: "finding", ...found, severity: "question", stopsRun: true },
      { type: "finding", ...found, severity: "warning" },
      { type: "status", status: "validation_failed" },
    ),
  );
  expect(verdictSentence(run)).toBe("The design cannot be started yet: 1 finding to mend.");
});

test("the verdict names the test that failed", () => {
  expect(verdictSentence(folded(wholeRun))).toBe("The design runs, but fails “resolve”.");
  expect(firstError(folded(wholeRun))).toBe("resolve: answered 404, should be 302");
});

test("whoever joins late folds the same run, wherever the backfill was cut", () => {
  const whole = folded(wholeRun);
  for (let cut = 0; cut <= wholeRun.length; cut++) {
    const early = advanceAll(newRun(start), wholeRun.slice(0, cut));
    expect(early === null ? null : advanceAll(early, wholeRun.slice(cut))).toEqual(whole);
  }
});
