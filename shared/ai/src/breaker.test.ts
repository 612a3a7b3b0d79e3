import { expect, test } from "vitest";
import { createBreaker } from "./breaker.ts";

test("three failures in a row open it for two minutes; then one failure more is enough, and one success closes it", () => {
  let time = 0;
  const breaker = createBreaker({ now: () => time });
  breaker.failed();
  breaker.failed();
  breaker.succeeded();
  breaker.failed();
  breaker.failed();
  expect(breaker.isOpen()).toBe(false);
  breaker.failed();
  expect(breaker.isOpen()).toBe(true);
  time += 119_999;
  expect(breaker.isOpen()).toBe(true);
  time += 1;
  expect(breaker.isOpen()).toBe(false);
  breaker.failed();
  expect(breaker.isOpen()).toBe(true);
  time += 120_000;
  breaker.succeeded();
  breaker.failed();
  expect(breaker.isOpen()).toBe(false);
});
