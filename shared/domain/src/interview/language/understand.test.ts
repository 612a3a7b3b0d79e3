import fc from "fast-check";
import { expect, test } from "vitest";
import type { Clarification, Pack } from "../item.ts";
import { asksForIt, asksSomethingElse } from "./solution-corpus.ts";
import { asksForNoWay, asksForTheWay } from "./way-corpus.ts";
import { clarificationFor } from "./clarification-match.ts";
import { asksForSolution, isQuestion, saysNothing } from "./understand.ts";

test("who asks how it is done or which part it takes asks for the answer; who asks what may be used does not", () => {
  expect(asksForTheWay.filter((text) => !asksForSolution(text))).toEqual([]);
  expect(asksForNoWay.filter(asksForSolution)).toEqual([]);
});

test("whoever asks for the answer is recognised, in six languages and in disguise", () => {
  const all = Object.values(asksForIt).flat();
  expect(new Set(all).size).toBeGreaterThanOrEqual(60);
  expect(all.filter((text) => !asksForSolution(text))).toEqual([]);
});

test("an ordinary message is no request for the answer", () => {
  expect(new Set(asksSomethingElse).size).toBeGreaterThanOrEqual(60);
  expect(asksSomethingElse.filter(asksForSolution)).toEqual([]);
});

test("the request is found in the middle of a longer message too", () => {
  expect(asksForSolution("I have a table and an index.\nNo more ideas. Please give me the solution! Thanks.")).toBe(
    true,
  );
  expect(asksForSolution(`${"so ".repeat(50)}give me the answer`)).toBe(true);
});

const clarification = (id: string, match: string[][], wordings: string[]): Clarification => ({
  id,
  match,
  wordings,
  answer: id,
});
const pack: Pack = {
  problem: "p",
  items: [],
  requirements: "",
  clarifications: [
    clarification("ask-1", [["read|redirect|open", "second|often|many"]], ["how many reads a second?", "b", "c"]),
    clarification("ask-2", [["link|url|code", "expir|forever|live"]], ["do links expire?", "b", "c"]),
    clarification("ask-3", [["custom|own|vanity", "code|alias"]], ["may people pick their own code?", "b", "c"]),
    clarification("ask-4", [["read", "second", "peak"]], ["what is the peak?", "b", "c"]),
    clarification("ask-5", [["one region"]], ["does it run in a single data centre only", "b", "c"]),
  ],
};

test.each([
  ["how many reads a second?", "ask-1"],
  ["How often is a link opened per day", "ask-1"],
  ["what about redirects, how many?", "ask-1"],
  ["Do links expire?", "ask-2"],
  ["what is the expiration of a URL", "ask-2"],
  ["do the links live forever", "ask-2"],
  ["do links exprie?", "ask-2"],
  ["can users choose their own codes?", "ask-3"],
  ["is a vanity alias allowed", "ask-3"],
  ["reads a second at peak?", "ask-4"],
  ["only one region?", "ask-5"],
  ["Does it run in one single data centre only?", "ask-5"],
  ["what colour is the logo?", null],
  ["", null],
])("%j is answered by %j", (text, id) => {
  expect(clarificationFor(pack, text)?.id ?? null).toBe(id);
});

test.each([
  "how many reads a second",
  "Do links expire",
  "is there a limit on length",
  "ok, which database may I use",
  "can links be changed",
  "do we need auth",
  "what happens on a repeat",
  "is auth needed",
  "once created, can it be edited",
  "in which order are the links listed",
  "I'd like to know how many links we store",
  "really？",
  "هل هذا؟",
  'he asked "why?" yesterday',
])("%j is a question", (text) => {
  expect(isQuestion(text)).toBe(true);
});

test.each([
  "what I mean is the code",
  "do this first",
  "Do the insert first.",
  "https://example.com/?q=1",
  "can do",
  "is stored once",
  "must be a 302",
  "How links are opened: by their code",
  "it is done",
  "",
  "What we store is the URL",
])("%j is no question", (text) => {
  expect(isQuestion(text)).toBe(false);
});

test.each([
  "I don't know",
  "i dont know",
  "idk",
  "No idea.",
  "hmm, no clue",
  "skip",
  "Skip this one please",
  "not sure",
  "I'm not sure how the cache is filled",
  "I don't know what a shard is.",
  "…",
  "?",
  "  \u200b ",
  "keine Ahnung",
  "Ich weiß nicht",
  "je ne sais pas",
  "no sé",
  "não sei",
  "non lo so",
])("%j says nothing", (text) => {
  expect(saysNothing(text)).toBe(true);
});

test.each([
  "I don't know, but maybe a unique index",
  "not sure, I'd draw it again",
  "no",
  "yes",
  "302",
  "we skip the cache on writes",
  "I don't know. The database refuses it.",
  "pass the key in a header",
])("%j says something", (text) => {
  expect(saysNothing(text)).toBe(false);
});

test("any text whatever is understood or not, without a throw", () => {
  const wild = fc.oneof(
    fc.string({ unit: "binary", maxLength: 400 }),
    fc.string({ unit: "grapheme", maxLength: 400 }),
    fc
      .array(fc.constantFrom("give", "me", "the", "answer", "\u202e", "\u200b", "not", "?", "a".repeat(900), "עברית"), {
        maxLength: 60,
      })
      .map((words) => words.join(" ")),
  );
  fc.assert(
    fc.property(wild, (text) => {
      asksForSolution(text);
      isQuestion(text);
      saysNothing(text);
      clarificationFor(pack, text);
    }),
    { numRuns: 300 },
  );
  asksForSolution("a".repeat(100_000));
  asksForSolution("show ".repeat(20_000));
  clarificationFor(pack, "x".repeat(100_000));
  isQuestion("is ".repeat(50_000));
});
