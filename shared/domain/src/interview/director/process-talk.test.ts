import { expect, test } from "vitest";
import { processTalkOf } from "./process-talk.ts";

test.each([
  ["how much time is left?", "time"],
  ["How many minutes do we have?", "time"],
  ["what should I do next?", "next-step"],
  ["where do I start?", "next-step"],
  ["What should I write first?", "next-step"],
  ["What can you do?", "who"],
  ["how does this work", "who"],
  ["is my schema ok?", "judge"],
  ["Is my design good so far?", "judge"],
  ["How do you score me?", "judge"],
  ["is that right?", "judge"],
  ["can I get a break?", "break"],
  ["can I have a hint?", "hint"],
  ["Could you rephrase that?", "rephrase"],
  ["what do you mean?", "rephrase"],
  ["I don't understand the question", "rephrase"],
  ["are you a human?", "who"],
  ["Hello!", "hello"],
  ["thanks", "thanks"],
  ["I'm done", "done"],
  ["what is wrong with my run?", "run"],
  ["Why did the last run fail?", "run"],
  ["why does the test fail", "run"],
  ["the run failed, why?", "run"],
])("%s is about the interview: %s", (text, talk) => {
  expect(processTalkOf(text)).toBe(talk);
});

test.each([
  "how long do links live?",
  "how many reads a second?",
  "the client waits 50 ms",
  "what happens next to the row?",
  "hello world is stored in the table",
  "we store a hint of the region",
  "how much time does a lookup take?",
  "why would a service run out of memory?",
  "what is wrong with a counter?",
  "is it ok if two people shorten the same URL?",
  "is my API allowed to answer 301?",
  "what can you do with an expired link?",
  "what should I do when a code is taken?",
  "how does this work with two regions?",
])("%s is about the problem", (text) => {
  expect(processTalkOf(text)).toBeNull();
});
