import { expect, test } from "vitest";
import { decode62, encode62 } from "./base62.ts";

test("a whole number is written in 62 digits, and read again from them", () => {
  expect([0, 61, 62, "125"].map(encode62)).toEqual(["0", "z", "10", "21"]);
  for (const number of ["0", "7", "3521614606207", "9223372036854775807"])
    expect(decode62(encode62(number))).toBe(number);
});

test("what is no number, or no way to write one, is neither written nor read", () => {
  expect([-1, 1.5, "7b", null].map(encode62)).toEqual([undefined, undefined, undefined, undefined]);
  expect(["", "a-b", "021", "zzzzzzzzzzz", "a".repeat(40), 7].map(decode62)).toEqual(Array(6).fill(undefined));
});
