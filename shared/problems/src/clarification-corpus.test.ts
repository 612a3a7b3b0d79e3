import { readFileSync } from "node:fs";
import { join } from "node:path";
import { clarificationsIn } from "@proofroom/domain/interview/language/clarify";
import { asksForSolution } from "@proofroom/domain/interview/language/understand";
import { describe, expect, test } from "vitest";
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

/** How many of a hundred wordings may go unanswered. */
const mostMissed = { "url-shortener": 2, "ticket-booking": 5 };

const read = (id: string) =>
  Corpus.parse(parse(readFileSync(join(import.meta.dirname, "clarification-corpus", `${id}.yaml`), "utf8")));

/** Said of designs, of the interview and of one's own mind, whatever the problem is about. */
const ofAnyProblem = ["design", "interview", "statements"].flatMap((kind) => read("url-shortener").nothing[kind] ?? []);

describe.each(Object.entries(mostMissed))("%s", (id, most) => {
  const pack = loadPack(problemsDir, id);
  const corpus = read(id);
  const asked = [
    ...Object.entries(corpus.asked).flatMap(([of, texts]) => texts.map((text) => ({ text, ids: [of] }))),
    ...corpus.both,
  ];
  const nothing = [...Object.values(corpus.nothing).flat(), ...ofAnyProblem];
  const answersTo = (text: string): string[] => clarificationsIn(pack, text).map((one) => one.id);

  test("the corpus asks for each clarification in ten wordings, and holds hundreds that ask for none", () => {
    expect(Object.keys(corpus.asked).toSorted()).toEqual(pack.clarifications.map((one) => one.id).toSorted());
    for (const texts of Object.values(corpus.asked)) expect(new Set(texts).size).toBeGreaterThanOrEqual(10);
    expect(asked.length).toBeGreaterThanOrEqual(500);
    expect(new Set(nothing).size).toBeGreaterThanOrEqual(400);
  });

  test("nobody gets the answer to another question than was asked", () => {
    const wrong = asked.filter(({ text, ids }) => answersTo(text).some((one) => !ids.includes(one)));
    expect(wrong.map(({ text }) => [text, ...answersTo(text)])).toEqual([]);
  });

  test("questions about one's own design or the interview, and statements, get no fixed answer", () => {
    expect(nothing.filter((text) => answersTo(text).length > 0)).toEqual([]);
  });

  test(`what the pack knows is answered in at least ${100 - most} of 100 wordings`, () => {
    const missed = asked.filter(({ text, ids }) => !ids.some((one) => answersTo(text).includes(one)));
    expect(missed.length, missed.map(({ text }) => text).join("\n")).toBeLessThanOrEqual((asked.length * most) / 100);
  });

  test("no question about the problem is declined as one for the solution", () => {
    expect([...asked.map(({ text }) => text), ...nothing].filter(asksForSolution)).toEqual([]);
  });
});

test("where a question of the interviewer's is open, a bare phrase answers it and does not ask", () => {
  const pack = loadPack(problemsDir, "url-shortener");
  for (const text of ["rate limits", "302?", "base62, seven characters?"]) {
    expect(clarificationsIn(pack, text, "answers")).toEqual([]);
  }
  expect(clarificationsIn(pack, "do links expire", "answers")).toHaveLength(1);
});
