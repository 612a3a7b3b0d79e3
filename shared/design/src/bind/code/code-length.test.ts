import { expect, test } from "vitest";
import { codeLength } from "./code-length.ts";

test.each([
  ["The code is two random base62 characters; a taken one is drawn again.", 2],
  ["Codes are drawn at random, 4 letters or digits each.", 4],
  ["Slug = nanoid of 10 characters.", 10],
  ["slug = nanoid(10), drawn again when it is taken", 10],
  ["The code comes from nanoid(size=9).", 9],
  ["The code is a random base62 string of length 8.", 8],
  ["The code is 11 random url-safe characters, like YouTube's.", 11],
  ["The short code has five base62 characters.", 5],
  ["Der Code hat drei zufällige Zeichen.", 3],
  ["El código (slug) son cuatro caracteres aleatorios.", 4],
  ["Le code court est tiré au hasard (base 62, 8 caractères).", 8],
])("a code is drawn in as many characters as is told: %s", (said, length) => {
  expect(codeLength({}, [said])).toBe(length);
});

test.each([
  "The code is random base62, 5–7 characters.",
  "The code is random base62, at most 9 characters.",
  "The code is a random base62 text of 6 or more characters.",
  "A custom alias for a code has 4 characters, others are random.",
  "The code is the first 6 characters of sha256(url), no random part.",
  "On a collision of the code 9 random characters are drawn.",
  "The code is base62 of a random number below 62^7.",
  "The name has two random characters.",
  "The code is random, of length 4-8.",
])("nothing is told of how many characters a code has: %s", (said) => {
  expect(codeLength({}, [said])).toBeUndefined();
});

test("a code that is called a token is one", () => {
  expect(codeLength({ name: "token" }, ["Token: nanoid(10), drawn again on conflict."])).toBe(10);
  expect(codeLength({ name: "code" }, ["Token: nanoid(10), drawn again on conflict."])).toBeUndefined();
});

test("a column's comment comes first", () => {
  expect(codeLength({ comment: "6 random characters" }, ["The code is 8 random characters."])).toBe(6);
});
