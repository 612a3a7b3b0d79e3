import { expect, test } from "vitest";
import { isTypedOn } from "./typed-on.ts";

test("an answer about a place holds while one types on at it, and no longer once the text changed elsewhere", () => {
  const asked = { text: "GET /a\n  x\nGET /b\n", offset: "GET /a\n  x".length };
  expect(isTypedOn(asked, asked.text)).toBe(true);
  expect(isTypedOn(asked, "GET /a\n  x-cap\nGET /b\n")).toBe(true);
  expect(isTypedOn(asked, "GET /a\n  \nGET /b\n")).toBe(false);
  expect(isTypedOn(asked, "# links\nGET /a\n  x\nGET /b\n")).toBe(false);
  expect(isTypedOn(asked, "GET /a\n  x\nGET /b\nGET /c\n")).toBe(false);
  expect(isTypedOn({ text: "aa", offset: 1 }, "a")).toBe(false);
});
