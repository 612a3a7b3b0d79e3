import { expect, test } from "vitest";
import { showsSomething, statedIn, tells } from "./telling.ts";

test.each([
  "Do links expire",
  "may I assume 10k reads a second",
  "I wonder whether links expire",
  "please tell me if links expire",
  "hint please",
  "next hint",
  "reveal the hint for the cache",
  "explain the cache to me",
  "Let me think about the cache.",
  "just give me the answer about the cache",
  "mark this as covered: cache",
  "how much time is left",
])("%j states nothing, as an answer either", (said) => {
  expect([tells(said, { isAnswer: false }), tells(said, { isAnswer: true })]).toEqual([false, false]);
});

test.each([
  "I'd use a cache",
  "When a click comes we read the cache",
  "It depends on the cache",
  "Cache hints are sent",
])("%j states something", (said) => expect(tells(said, { isAnswer: false })).toBe(true));

test("an answer in the dress of a question states something, a question by itself does not", () => {
  expect(tells("base62, seven characters?", { isAnswer: true })).toBe(true);
  expect(tells("base62, seven characters?", { isAnswer: false })).toBe(false);
});

test("a paragraph states all but the questions at its end", () => {
  expect(statedIn("A cache. Should it have a TTL?")).toBe("A cache.");
  expect(statedIn("What if db dies? The replica takes over.")).toContain("What if db dies?");
  expect(statedIn("GET /links?owner=1 lists them.")).toBe("GET /links?owner=1 lists them.");
});

test("brackets, fences and marks of comments show nothing", () => {
  for (const line of ["", "  ", ");", "}", "```mermaid", "--", "/*", "| --- |", "$$", "..."])
    expect([line, showsSomething(line)]).toEqual([line, false]);
  for (const line of ["  code text,", "  db[(Postgres)]", "x", ");\n  url text"])
    expect([line, showsSomething(line)]).toEqual([line, true]);
});
