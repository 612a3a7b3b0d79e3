import { expect, test } from "vitest";
import { isBareText, isFormless, withUrl } from "./refused-url.ts";

const body = (url: Record<string, unknown>) => ({ type: "object", properties: { url } });
const formatOf = (url: Record<string, unknown>): unknown =>
  JSON.stringify(withUrl(body(url), isBareText)).includes("uri");

test("prose that refuses what is no URL speaks for a schema that checks nothing", () => {
  expect(formatOf({ type: "string", description: "the long one" })).toBe(true);
});

test("a schema that says what it checks is checked by that alone", () => {
  expect(formatOf({ type: "string", maxLength: 2000 })).toBe(false);
  expect(formatOf({ type: "string", pattern: "^.+$" })).toBe(false);
});

test("how long a text may be tells nothing of its form, where nothing else is spelled out", () => {
  const isUrl = (url: Record<string, unknown>): boolean =>
    JSON.stringify(withUrl(body(url), isFormless)).includes("uri");
  expect(isUrl({ type: "string", maxLength: 2000 })).toBe(true);
  expect(isUrl({ type: "string", maxLength: 2000, pattern: "^.+$" })).toBe(false);
});
