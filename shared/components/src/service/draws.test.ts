import { expect, test } from "vitest";
import { createDraws } from "./draws.ts";

test("a text that is to come again comes once, at the next draw of its length, and is counted", () => {
  const draws = createDraws();
  expect(draws.repeat("aB3dE6g")).toBe(0);
  expect(draws.base62(5)).toHaveLength(5);
  expect(draws.base62(7)).toBe("aB3dE6g");
  expect(draws.base62(7)).toMatch(/^[0-9A-Za-z]{7}$/);
  expect(draws.base62(7)).not.toBe("aB3dE6g");
  expect(draws.repeat(null)).toBe(1);
});

test("a text is drawn out of the characters that are given, and may come again while it is short for them", () => {
  const draws = createDraws();
  expect(draws.base62(40, "01")).toMatch(/^[01]{40}$/);
  draws.repeat("0".repeat(20));
  expect(draws.base62(20, "01")).toBe("0".repeat(20));
});

test("a counter comes to a text that was not given out before, and never to one that was", () => {
  const draws = createDraws();
  draws.repeat("aB3dE6g");
  expect(draws.counted()).toBeNull();
  draws.repeat("Ab3De6G", true);
  expect(draws.counted()).toBe("Ab3De6G");
  expect(draws.counted()).toBeNull();
  expect(draws.repeat(null)).toBe(1);
});

test("what is taken back does not come, and what is too long to meet by chance never does", () => {
  const draws = createDraws();
  draws.repeat("aB3dE6g");
  draws.repeat(null);
  expect(draws.base62(7)).not.toBe("aB3dE6g");
  draws.repeat("a".repeat(20));
  expect(draws.base62(20)).not.toBe("a".repeat(20));
  expect(draws.repeat(null)).toBe(0);
});

test("a short hash comes again as if two texts met in it, and a long one never does", () => {
  const draws = createDraws();
  const own = draws.hash("https://example.com/1", 7);
  expect(own).toMatch(/^[0-9a-f]{7}$/);
  expect(draws.hash("https://example.com/1", 7)).toBe(own);
  draws.repeat(own);
  expect(draws.hash("https://example.com/2", 7)).toBe(own);
  expect(draws.hash("https://example.com/2", 7)).not.toBe(own);
  draws.repeat("a".repeat(64));
  expect(draws.hash("https://example.com/2")).not.toBe("a".repeat(64));
  expect(draws.repeat(null)).toBe(1);
});
