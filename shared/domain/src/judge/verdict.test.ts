import { expect, test } from "vitest";
import { type TestResult, verdictOf } from "./result.ts";

const result = (change: Partial<TestResult>): TestResult => ({
  suite: "functional",
  name: "shorten then resolve",
  status: "passed",
  observed: "302",
  threshold: "302",
  teaches: "",
  attribution: "design",
  ...change,
});

test("all passed is passed, and nothing tried is not", () => {
  expect(verdictOf([result({})])).toBe("passed");
  expect(verdictOf([])).toBe("inconclusive");
});

test("one failure of the design fails the run", () => {
  expect(verdictOf([result({}), result({ status: "failed" })])).toBe("failed");
});

test("a failure of the platform never lowers a verdict below open", () => {
  expect(verdictOf([result({}), result({ status: "failed", attribution: "platform" })])).toBe("inconclusive");
});

test("what was skipped does not keep a run from passing, but alone it proves nothing", () => {
  expect(verdictOf([result({}), result({ status: "skipped" })])).toBe("passed");
  expect(verdictOf([result({ status: "skipped" })])).toBe("inconclusive");
});
