import { expect, test } from "vitest";
import { aboutMillisOf, millisOfInterval } from "./intervals.ts";

test.each([
  ["2 hours", 7_200_000],
  ["1 hour 30 minutes", 5_400_000],
  ["02:00:00", 7_200_000],
  ["00:20", 1_200_000],
  ["1 day 00:30:00", 88_200_000],
  ["PT2H", 7_200_000],
  ["PT1H30M", 5_400_000],
  ["P1D", 86_400_000],
  ["90s", 90_000],
  ["2 months", null],
  ["soon", null],
  ["", null],
])("how long an interval is: %s", (text, millis) => {
  expect(millisOfInterval(text)).toBe(millis);
});

test.each([
  ["2 months", 5_184_000_000],
  ["1 year", 31_536_000_000],
  ["2 hours", 7_200_000],
  ["soon", null],
])("how long an interval is about: %s", (text, millis) => {
  expect(aboutMillisOf(text)).toBe(millis);
});
