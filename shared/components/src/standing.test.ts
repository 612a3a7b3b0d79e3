import { expect, test } from "vitest";
import { createStanding } from "./standing.ts";

function standing(ejectAfter: number) {
  const clock = { now: 0 };
  return { clock, one: createStanding({ ejectAfter, now: () => clock.now }) };
}

test("only failures in a row eject, and none where nothing is to be ejected", () => {
  const { one } = standing(3);
  expect([one.failed(), one.failed(), one.answered(), one.failed(), one.failed()]).not.toContain(true);
  expect(one.failed()).toBe(true);
  expect(one.isIn()).toBe(false);
  const { one: kept } = standing(0);
  for (let n = 0; n < 50; n++) expect(kept.failed()).toBe(false);
  expect(kept.isIn()).toBe(true);
});

test("each failed trial doubles the time until the next, up to ten seconds", () => {
  const { clock, one } = standing(1);
  one.failed();
  const waits: number[] = [];
  for (let n = 0; n < 8; n++) {
    const began = clock.now;
    while (!one.mayBeTried()) clock.now += 50;
    waits.push(clock.now - began);
    one.trying();
    expect(one.mayBeTried()).toBe(false);
    one.failed();
  }
  expect(waits).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000]);
  expect(one.answered()).toBe(true);
  expect(one.ejections()).toBe(1);
});

test("requests that were under way at the ejection do not lengthen it", () => {
  const { clock, one } = standing(1);
  one.failed();
  for (let n = 0; n < 20; n++) one.failed();
  clock.now = 250;
  expect(one.mayBeTried()).toBe(true);
});

test("one that is ejected again soon after it came back stays out longer, one that was well for long does not", () => {
  const { clock, one } = standing(1);
  const lasted = (): number => {
    one.failed();
    const began = clock.now;
    while (!one.mayBeTried()) clock.now += 50;
    one.answered();
    return clock.now - began;
  };
  expect([lasted(), lasted(), lasted()]).toEqual([250, 500, 1_000]);
  clock.now += 20_000;
  expect(lasted()).toBe(250);
});

test("while one request tries it no other does, and a trial that never ends does not keep it out for ever", () => {
  const { clock, one } = standing(1);
  one.failed();
  clock.now = 250;
  one.trying();
  clock.now = 5_000;
  expect(one.mayBeTried()).toBe(false);
  clock.now = 10_250;
  expect(one.mayBeTried()).toBe(true);
});
