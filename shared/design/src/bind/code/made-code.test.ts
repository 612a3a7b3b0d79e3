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
  [
    "code = first 6 hex characters of md5(url). On a collision with another URL the request fails.",
    { by: "hash", first: 6, whenTaken: "is-the-answer" },
  ],
  ["code = md5(url).slice(0, 7). If that is taken the request fails.", { by: "hash", first: 7, whenTaken: "fails" }],
  ["The code is substr(sha1(url), 1, 9).", { by: "hash", first: 9, whenTaken: "is-the-answer" }],
  ["The code is a hash of the URL; on a collision we take another one.", null],
  ["Codes are base62 of a counter that each server takes in ranges.", { by: "counter" }],
  ["We hash the request body to see whether a key is used twice.", null],
  ["The code is not a hash of the URL, since two people may shorten the same one.", null],
  ["The code is a hash of the URL. On a collision the next 7 characters are taken.", null],
  ["Codes are random; hashing the URL would tie them together.", null],
  ["The counter of clicks is kept apart.", null],
  ["One person has one link of a URL by sha256(url): two people get a code each, and a retry its own code.", null],
  [
    "| Code | 8 chars nanoid, made by the API |\n\nThe same code is found by the hash of the URL, first 12 digits of it.",
    null,
  ],
  ["Der Code wird zufällig gezogen.\n\nDer hash der URL steht daneben, damit ein code je URL da ist.", null],
  ['code = first 7 chars of base62(sha256(long_url + "|" + attempt)), attempt starts from 0.', null],
  ["The code is base62 of sha256(url), 7 of it. Then we take another 7 of the hash until a free one is found.", null],
  ["The code is a hash of the URL, 7 characters. It is another URL's code => try next attempt.", null],
  [
    "Random codes were considered, but not chosen.\n\nThe code is a hash of the URL, so the same URL has the same code.",
    { by: "hash", first: undefined, whenTaken: "is-the-answer" },
  ],
])("a sentence about codes says how they are made: %s", (sentence, made) => {
  expect(madeCode({}, [sentence])).toEqual(made);
});

test.each([
  ["short", "short = sha256(long)[:4]; a collision is an error (409).", { by: "hash", first: 4, whenTaken: "fails" }],
  ["kurz", "`kurz` := md5(ziel), first 6 characters.", { by: "hash", first: 6, whenTaken: "is-the-answer" }],
  ["kurz", "Other services have a kurz of md5(ziel).", null],
  ["hash", "`hash` = 8 chars of base62; insert, loop until a row came back.", null],
  ["kurz", "kurz = 7 random characters, never md5(ziel)", null],
])(
  "what the column of the codes is said to be by its own name, %s, is how they are made: %s",
  (name, sentence, made) => {
    expect(madeCode({ name }, [sentence])).toEqual(made);
  },
);

test.each([
  "The code is the id in base 62 (`nextval` first, then one insert), so there are never two alike.",
  "Codes are base 62 of the id.",
  "The short code is `to_base62(id)`.",
  "The slug is the row's id written in base58.",
  "The code is the auto-increment number converted to base 36.",
  "Der Code ist die ID in Base62.",
  "El code es el id en base 62.",
  "Codes: hashids of the id.",
])("a number in other digits is a counter, however it is written: %s", (sentence) => {
  expect(madeCode({}, [sentence])).toEqual({ by: "counter" });
});

test.each([
  "The code is not the id in base 62: that could be guessed.",
  "Codes are 7 random base62 characters; the id is internal.",
  "We considered base62 of the id for the code.",
])("a number that is not taken is no counter: %s", (sentence) => {
  expect(madeCode({}, [sentence])).toBeNull();
});

test("a column that is called a hash holds one where it is said to be of something", () => {
  const column = { name: "hash" };
  expect(
    madeCode(column, ["insert into url (hash, original_url) values (:hash, :url); the hash is the key."]),
  ).toBeNull();
  expect(madeCode(column, ["The short code, hash, is the first 6 characters of md5(url)."])).toMatchObject({
    by: "hash",
    first: 6,
  });
});
