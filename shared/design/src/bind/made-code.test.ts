import { expect, test } from "vitest";
import { madeCode } from "./made-code.ts";

test.each([
  ["first 8 hex digits of md5(url), no retries", { by: "hash", first: 8, whenTaken: "fails" }],
  ["sha256(url) truncated to 7", { by: "hash", first: 7, whenTaken: "is-the-answer" }],
  ["left(md5(long_url), 6)", { by: "hash", first: 6, whenTaken: "is-the-answer" }],
  ["base62(id)", { by: "counter" }],
  ["base62 of a snowflake id", { by: "counter" }],
  ["7 random base62 characters", null],
  ["hash of the url, salted and hashed again on a collision", null],
  ["base62, 7 characters", null],
])("a column's comment says how its codes are made: %s", (comment, made) => {
  expect(madeCode({ comment }, [])).toEqual(made);
});

test.each([
  [
    "The short code is the first 7 characters of the SHA-256 of the long URL.",
    { by: "hash", first: 7, whenTaken: "is-the-answer" },
  ],
  [
    "The code is the first 6 hex characters of the MD5 of the long URL.\n\n## Retries\n\nA client can just retry: it is idempotent.",
    { by: "hash", first: 6, whenTaken: "is-the-answer" },
  ],
  [
    "The code is the first 6 hex characters of the MD5 of the URL. If it is taken we try again with another code.",
    null,
  ],
  ["Codes are base62 of a counter that each server takes in ranges.", { by: "counter" }],
  ["We hash the request body to see whether a key is used twice.", null],
  ["The code is not a hash of the URL, since two people may shorten the same one.", null],
  ["The code is a hash of the URL. On a collision the next 7 characters are taken.", null],
  ["Codes are random; hashing the URL would tie them together.", null],
  ["The counter of clicks is kept apart.", null],
])("a sentence about codes says how they are made: %s", (sentence, made) => {
  expect(madeCode({}, [sentence])).toEqual(made);
});
