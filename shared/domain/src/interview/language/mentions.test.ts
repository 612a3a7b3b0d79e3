import { expect, test } from "vitest";
import { mentions } from "./mentions.ts";

test.each([
  ["both answer 503", "bots", false],
  ["the bottleneck is the row", "bots", false],
  ["a bot holds them all", "bots", true],
  ["cached for a second", "cach", true],
  ["nobody throttles", "throttl", true],
])("%s: %s", (text, term, isSaid) => {
  expect(mentions(text, term)).toBe(isSaid);
});
