import fc from "fast-check";
import { expect, test } from "vitest";
import { dimensionsApart, type Marking, marksOf, type Pass, type ProvenClaim } from "./report-marks.ts";

const claim = (item: string): ProvenClaim => ({ item, text: "t", quote: "q", source: { kind: "message", seq: 1 } });
const marking = (given: Partial<Marking> = {}): Marking => ({
  items: [
    { id: "data-1", skill: "data-model", weight: 3 },
    { id: "data-2", skill: "data-model", weight: 1 },
    { id: "api-1", skill: "api", weight: 2 },
  ],
  claims: ["data-1", "data-2", "api-1"].map(claim),
  hints: [],
  ...given,
});
const levels = (given: Marking, ...passes: Pass[]) =>
  Object.fromEntries(marksOf(given, passes, true).map(({ dimension, level }) => [dimension, level]));

test("a dimension's mark is its items' by weight, and only dimensions that the problem asks about have one", () => {
  const pass: Pass = { "data-1": 4, "data-2": 1, "api-1": 2 };
  expect(levels(marking(), pass, pass)).toEqual({ "data-model": 3, api: 2 });
});

test("what rests on no quote is not observed, whatever the passes say, and lowers nothing", () => {
  const pass: Pass = { "data-1": 4, "data-2": 1, "api-1": 1 };
  expect(levels(marking({ claims: [claim("data-1")] }), pass, pass)).toEqual({
    "data-model": 4,
    api: "not_observed",
  });
});

test("a hint that pointed keeps an item at three, a partial one at two, a nudge costs nothing", () => {
  const pass: Pass = { "data-1": 4, "data-2": 4, "api-1": 4 };
  const hinted = (level: "nudge" | "pointed" | "partial") =>
    levels(marking({ hints: [{ item: "api-1", level }] }), pass, pass)["api"];
  expect([hinted("nudge"), hinted("pointed"), hinted("partial")]).toEqual([4, 3, 2]);
});

test("passes on both sides of the bar, two apart, or of which one saw nothing, ask for a third; its median counts", () => {
  const given = marking();
  const apart = (one: Pass, other: Pass) => dimensionsApart(given, { "data-1": 3, ...one }, { "data-1": 3, ...other });
  expect(apart({ "api-1": 2 }, { "api-1": 3 })).toEqual(["api"]);
  expect(apart({ "api-1": 3 }, { "api-1": 4 })).toEqual([]);
  expect(apart({ "api-1": 1 }, { "api-1": 2 })).toEqual([]);
  expect(apart({ "api-1": "not_observed" }, { "api-1": 2 })).toEqual(["api"]);
  const [api] = marksOf(given, [{ "api-1": 1 }, { "api-1": 4 }, { "api-1": 4 }], false);
  expect(api).toMatchObject({ dimension: "api", level: 4, flagged: true, draft: false });
});

test("the two passes are equals: which came first changes nothing", () => {
  const mark = fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, "not_observed" as const);
  const pass = fc.record({ "data-1": mark, "data-2": mark, "api-1": mark });
  fc.assert(
    fc.property(pass, pass, pass, (one, other, third) => {
      expect(marksOf(marking(), [one, other, third], true)).toEqual(marksOf(marking(), [other, one, third], true));
    }),
  );
});
