import { RunId } from "@proofroom/domain/id";
import type { TestResult } from "@proofroom/domain/judge/result";
import type { Explanation } from "@proofroom/domain/run/explanation";
import { expect, test } from "vitest";
import { whyOf } from "./why-of.ts";

const run = RunId.parse("00000000-0000-4000-8000-000000000001");
const explanation: Explanation = {
  category: "idempotency",
  cause: "The key is kept nowhere.",
  attribution: "design",
  evidence: [{ kind: "result", name: "twice", text: "two codes" }],
  source: "rules",
  confidence: 1,
};
const result = (name: string, status: "passed" | "failed"): TestResult => ({
  suite: "functional",
  name,
  status,
  observed: "",
  threshold: "",
  teaches: "",
  attribution: "design",
});

test("why a run failed is told on the page of the test that it rests on, and of no other", () => {
  const results = [result("twice", "failed"), result("expired", "failed"), result("redirect", "passed")];
  expect(whyOf(run, { explanation, results }, "twice")?.explanation).toBe(explanation);
  expect(whyOf(run, { explanation, results }, "expired")).toBeUndefined();
  expect(whyOf(run, { explanation, results }, "redirect")).toBeUndefined();
});

test("of the only test that failed every explanation is its own", () => {
  const results = [result("expired", "failed"), result("twice", "passed")];
  expect(whyOf(run, { explanation: { ...explanation, evidence: [] }, results }, "expired")).toBeDefined();
});
