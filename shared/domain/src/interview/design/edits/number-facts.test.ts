import { expect, test } from "vitest";
import { factsOfNumber } from "./number-facts.ts";

test.each([
  ["Reads: 10,000 opens a second at the peak.", "10,000 opens a second", ["read-rate-stated"]],
  ["We take 100 writes a second.", "100 writes a second", ["write-rate-stated"]],
  ["An open answers in under 50 ms at p99.", "50 ms", ["latency-goal-stated"]],
  ["Links are kept for 5 years.", "5 years", ["retention-stated"]],
  ["200 bytes a row times 100 million are 20 GB.", "200 bytes", ["volume-stated"]],
  ["The timeout of a call is 2 seconds.", "2 seconds", []],
  ["The gateway probes health every 250 ms.", "250 ms", []],
])("%s: %s counts towards %j", (sentence, word, facts) => {
  expect(factsOfNumber(sentence, word)).toEqual(facts);
});
