import { expect, test } from "vitest";
import { sentencesIn } from "./sentences.ts";

test("lines that belong together are one sentence, and cells and points each their own", () => {
  expect(sentencesIn("A hold lasts\ntwo minutes. Then it\nis over.\n\n- one\n- two")).toEqual([
    "A hold lasts two minutes.",
    "Then it is over.",
    "- one",
    "- two",
  ]);
});

test("what nobody would read on is left out", () => {
  expect(sentencesIn("x".repeat(100_000))[0]).toHaveLength(8_000);
  expect(sentencesIn(`${" ".repeat(100_000)}Links are written by the worker.`)).toEqual([
    "Links are written by the worker.",
  ]);
});
