import { expect, test } from "vitest";
import { asidesOf } from "./asides.ts";

test("an answer that begins where a body ends is a part of the endpoint to its last line", () => {
  const text = "POST /links {\n  url: uri\n} -> 201 {\n  code: string\n}\nMade by chance.\n";
  expect([...asidesOf(text)]).toEqual([[0, { words: ["Made by chance."], examples: [] }]]);
});
