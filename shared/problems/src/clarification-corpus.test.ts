import { readFileSync } from "node:fs";
import { join } from "node:path";
import { clarificationsIn } from "@proofroom/domain/interview/language/clarify";
import { asksForSolution } from "@proofroom/domain/interview/language/understand";
import { expect, test } from "vitest";
import { parse } from "yaml";
import * as z from "zod/mini";
import { loadPack } from "./private.ts";
import { problemsDir } from "./public.ts";

const Texts = z.array(z.string());
const Corpus = z.strictObject({
  asked: z.record(z.string(), Texts),
  both: z.array(z.strictObject({ text: z.string(), ids: Texts })),
  nothing: z.record(z.string(), Texts),
});

const pack = loadPack(problemsDir, "url-shortener");
const corpus = Corpus.parse(parse(readFileSync(join(import.meta.dirname, "clarification-corpus.yaml"), "utf8")));
const asked = [
  ...Object.entries(corpus.asked).flatMap(([id, texts]) => texts.map((text) => ({ text, ids: [id] }))),
  ...corpus.both,
];
const nothing = Object.values(corpus.nothing).flat();

const answersTo = (text: string): string[] => clarificationsIn(pack, text).map(({ id }) => id);

test("the corpus asks for each clarification in ten wordings, and holds hundreds that ask for none", () => {
  expect(Object.keys(corpus.asked).toSorted()).toEqual(pack.clarifications.map(({ id }) => id).toSorted());
  for (const texts of Object.values(corpus.asked)) expect(new Set(texts).size).toBeGreaterThanOrEqual(10);
  expect(new Set(nothing).size).toBeGreaterThanOrEqual(400);
});

test("nobody gets the answer to another question than was asked", () => {
  const wrong = asked.filter(({ text, ids }) => answersTo(text).some((id) => !ids.includes(id)));
  expect(wrong.map(({ text }) => [text, ...answersTo(text)])).toEqual([]);
});

test("questions about one's own design or the interview, and statements, get no fixed answer", () => {
  expect(nothing.filter((text) => answersTo(text).length > 0)).toEqual([]);
});

test("what the pack knows is answered in at least 98 of 100 wordings", () => {
  const missed = asked.filter(({ text, ids }) => !ids.some((id) => answersTo(text).includes(id)));
  expect(missed.length, missed.map(({ text }) => text).join("\n")).toBeLessThanOrEqual(asked.length * 0.02);
});

test("no question about the problem is declined as one for the solution", () => {
  expect([...asked.map(({ text }) => text), ...nothing].filter(asksForSolution)).toEqual([]);
});

test("where a question of the interviewer's is open, a bare phrase answers it and does not ask", () => {
  for (const text of ["rate limits", "302?", "base62, seven characters?"]) {
    expect(clarificationsIn(pack, text, "answers")).toEqual([]);
  }
  expect(clarificationsIn(pack, "do links expire", "answers")).toHaveLength(1);
});
