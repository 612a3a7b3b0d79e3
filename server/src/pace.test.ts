import { expect, test } from "vitest";
import { createPace } from "./pace.ts";

test("the sixth message within ten seconds has to wait until the first is ten seconds old", () => {
  let now = 1_000;
  const pace = createPace({ most: 5, millis: 10_000, now: () => now });
  const taken = Array.from({ length: 5 }, () => {
    now += 100;
    return pace.take("ada");
  });
  expect(taken).toEqual([0, 0, 0, 0, 0]);
  expect(pace.take("ada")).toBe(9_600);
  expect(pace.take("bob")).toBe(0);
  now += 9_600;
  expect(pace.take("ada")).toBe(0);
});

test("a crowd from everywhere does not fill the memory: who was seen longest ago is forgotten first", () => {
  const pace = createPace({ most: 1, millis: 10_000, now: () => 0 });
  const crowd = Array.from({ length: 20_000 }, (_, n) => `person ${n}`);
  expect(pace.take("ada")).toBe(0);
  for (const person of crowd.slice(1)) pace.take(person);
  expect(pace.take("ada")).toBe(10_000);
  expect(pace.take("person 0")).toBe(0);
  expect(pace.take("ada")).toBe(0);
});
