import { expect, test } from "vitest";
import { codeAlphabet } from "./code-alphabet.ts";

const of = (said: string, more = {}): string | undefined =>
  codeAlphabet({ name: "code", type: "text", nullable: false, generated: false, line: 1, ...more }, [said]);

const small = "abcdefghijklmnopqrstuvwxyz";

test.each([
  ["The code is 8 random base58 characters.", "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"],
  ["Slug = 8 chars of Crockford base32, lowercase. No i, l, o, u.", "0123456789abcdefghjkmnpqrstvwxyz"],
  ["Codes are 8 hex digits.", "0123456789abcdef"],
  ["A code has 6 uppercase letters and digits.", `0123456789${small.toUpperCase()}`],
  ["Der Code hat 7 Zeichen, nur Kleinbuchstaben.", small],
  ["The code is 7 characters out of [a-z0-9].", `0123456789${small}`],
  ["The code is 8 characters of 23456789abcdefghjkmnpqrstuvwxyz.", "23456789abcdefghjkmnpqrstuvwxyz"],
  ["Codes are base62 characters, no 0OIl.", "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"],
])("a code is drawn out of what is told: %s", (said, digits) => {
  expect(of(said)).toBe(digits);
});

test.each([
  "The code is 7 random base62 characters (0-9, A-Z, a-z).",
  "The code is 7 characters, upper-case and lower-case letters and digits.",
  "The code is random, 7 characters, no Redis in between.",
  "The code is random, not base58 as others do.",
  "The code is 7 characters, its url_hash 64 hex digits.",
  "A custom alias for a code has lower-case letters.",
  "A random code goes into the cache [lru], [a-c].",
  "Errors are hex digits.",
])("nothing is told of fewer characters: %s", (said) => {
  expect(of(said)).toBeUndefined();
});

test("what a column's check lets stand comes before what is told", () => {
  expect(of("The code is 8 hex digits.", { matches: "^[a-c]{8}$" })).toBe("abc");
  expect(of("", { comment: "8 random base58 characters" })).toContain("123456789ABC");
});
