import { expect, test } from "vitest";
import { about, cited, questionIn, quoteOf } from "./phrases.ts";

test("a quotation is on one line, without quotes of its own, and cut at a word", () => {
  expect(cited('say "yes"\n  to `it`.')).toBe("say 'yes' to it");
  expect(cited("one two three four", 9)).toBe("one two …");
});

test("the question of an utterance is its last sentence with a question mark", () => {
  expect(questionIn("You wrote `api.links` (design 7). Who reads it then? ")).toBe("Who reads it then?");
  expect(questionIn("It answers 302. Is 3.5 much, or little?")).toBe("Is 3.5 much, or little?");
  expect(questionIn("No question.")).toBe("No question.");
  expect(questionIn("It fails. Codes last 106 days. Then?")).toBe("Codes last 106 days. Then?");
});

test("of a message the clause is quoted that holds the word", () => {
  expect(quoteOf("It is simple, because we cache. Nothing else.", "caching")).toBe("because we cache");
  expect(quoteOf("First. Second.", "")).toBe("First");
  expect(quoteOf("v1.5 takes 3.5 ms", "takes")).toBe("v1.5 takes 3.5 ms");
});

test("time is said as people say it", () => {
  expect([20_000, 60_000, 100_000, 600_000].map(about)).toEqual([
    "less than a minute",
    "about a minute",
    "about 2 minutes",
    "about 10 minutes",
  ]);
});
