import { expect, test } from "vitest";
import { isAboutHiring } from "./report-hiring.ts";

test("a statement that decides about a person is told from one about a design", () => {
  const decisions = [
    "The candidate is a strong hire.",
    "Clear no-hire: there is no index.",
    "I would not be hiring on this.",
    "They deserve an offer.",
    "Reject the candidate for this.",
    "Enough to pass the interview.",
  ];
  const statements = [
    "The unique index refuses a taken code.",
    "A request without a key is rejected and passes no further.",
    "Fails the request when the database is gone.",
    "A higher write rate is met by a hierarchy of caches.",
    "The candidate accepts a loss of visits.",
  ];
  expect(decisions.filter((text) => !isAboutHiring(text))).toEqual([]);
  expect(statements.filter(isAboutHiring)).toEqual([]);
});
