import { expect, test } from "vitest";
import { worthSaying } from "./up-log.ts";

test("people are shown warnings and errors, in words", () => {
  expect(worthSaying('{"level":30,"msg":"listening"}')).toBeNull();
  expect(worthSaying('{"level":40,"msg":"slow"}')).toBe("slow");
  expect(worthSaying('{"level":50,"err":{"message":"no disk"},"msg":"not stored"}')).toBe("not stored: no disk");
});

test("of a crash they are shown the error, without its stack", () => {
  const crash = [
    "",
    "TypeError: x is not a function",
    "    at main (main.ts:1:1)",
    "  code: 'ERR_X',",
    "}",
    "Node.js v24.21.0",
  ];
  expect(crash.map(worthSaying).filter((line) => line !== null)).toEqual(["TypeError: x is not a function"]);
});
