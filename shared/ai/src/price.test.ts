import { expect, test } from "vitest";
import { costAtMost, costOf } from "./price.ts";

const million = 1_000_000;
const nothing = { inputTokens: 0, outputTokens: 0, cacheReadTokens: 0, cacheWriteTokens: 0, cacheWriteHourTokens: 0 };

test("cached tokens cost their own price, reading a twentieth and writing more than the input", () => {
  const of = (usage: Partial<typeof nothing>) => costOf("claude-sonnet-5-5", { ...nothing, ...usage });
  expect(of({ inputTokens: million })).toBeCloseTo(2);
  expect(of({ outputTokens: million })).toBeCloseTo(10);
  expect(of({ cacheReadTokens: million })).toBeCloseTo(0.1);
  expect(of({ cacheWriteTokens: million })).toBeCloseTo(2.5);
  expect(of({ cacheWriteTokens: million, cacheWriteHourTokens: million })).toBeCloseTo(4);
  expect(of({ cacheWriteTokens: million, cacheWriteHourTokens: million / 2 })).toBeCloseTo(3.25);
});

test("a long prompt for Haiku costs more for all of the request, what was cached included", () => {
  const short = costOf("claude-haiku-5-5", { ...nothing, cacheReadTokens: 100_000, outputTokens: 1_000 });
  const long = costOf("claude-haiku-5-5", { ...nothing, cacheReadTokens: 100_001, outputTokens: 1_000 });
  expect(short).toBeCloseTo(0.0015);
  expect(long).toBeCloseTo(0.0075);
});

test("a model of unknown price is taken to be dear, and a dated name is its model", () => {
  expect(costAtMost("something-new", 1_000, 1_000)).toBeGreaterThan(costAtMost("claude-opus-5-5", 1_000, 1_000));
  expect(costAtMost("claude-haiku-4-5-20251001", 0, million)).toBeCloseTo(5);
});

test("no request costs more than it may cost at most", () => {
  for (const model of ["claude-opus-5-5", "claude-sonnet-5-5", "claude-haiku-5-5"]) {
    const atMost = costAtMost(model, 1_000, 200);
    expect(costOf(model, { ...nothing, inputTokens: 1_000, outputTokens: 200 })).toBeLessThanOrEqual(atMost);
    expect(costOf(model, { ...nothing, cacheWriteTokens: 1_000, outputTokens: 200 })).toBeLessThanOrEqual(atMost);
  }
});
