import { expect, test } from "vitest";
import { isOneOnly, writtenOver } from "./written-over.ts";

const texts = (told: string, all = told) => ({ beside: "", told, toldOfAll: "", all });

test.each([
  "`SET hold:{seat} {token} EX 120`",
  'redis.set(key, token, "PX", 120000)',
  "`SETEX hold:{seat} 120 {token}`",
  "Not atomic, and without NX: `SET hold:{seat} {token} EX 120`",
])("a key is put into the cache whoever has put it there: %s", (told) => {
  expect(writtenOver(texts(told))).not.toBeNull();
});

test.each([
  "`SET hold:{seat} {token} NX EX 120`",
  "`SET hold:{seat} {token} EX 120`, only if there is none yet",
  "We ask whether the key exists, then `SET hold:{seat} {token} EX 120`.",
  "A Lua script: `SET hold:{seat} {token} EX 120`",
  "The hold is put into Redis for two minutes.",
])("one that only the first can put there, or that is looked for, is not: %s", (told) => {
  expect(writtenOver(texts(told))).toBeNull();
});

test("what any document says of one command counts, and what is denied does not", () => {
  const command = "`SET hold:{seat} {token} EX 120`";
  expect(writtenOver(texts(command, `${command}\n\nHolds are put there with SETNX.`))).toBeNull();
  expect(isOneOnly(texts("", "put_if_absent(key)"))).toBe(true);
  expect(isOneOnly(texts("It is not atomic."))).toBe(false);
});
