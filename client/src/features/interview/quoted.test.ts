import { DocumentVersion } from "@proofroom/domain/document/document";
import { PersonId } from "@proofroom/domain/id";
import type { RoomEvent, RoomFact } from "@proofroom/domain/room/channel";
import { expect, test } from "vitest";
import { answersIn, openQuestion } from "./answers.ts";
import { quotedNow } from "./quoted.ts";

const ada = { id: PersonId.parse("00000000-0000-4000-8000-000000000001"), name: "Ada" };
const version = DocumentVersion.parse("1.4");
const about = { document: "schema" as const, version, line: 3, endLine: 3, quote: "code varchar(5)", anchor: "" };
const asks: RoomFact = {
  type: "message",
  id: "q1",
  person: null,
  text: "Then?",
  question: { item: null, source: "challenge" },
  about,
};
const answered = (answer: "later" | "skip" | "rephrase" | "point"): RoomFact => ({
  type: "answer",
  question: 1,
  answer,
  by: ada,
  ...(answer === "point" ? { document: "schema", version, line: 4 } : {}),
});
const told = (...facts: RoomFact[]): RoomEvent[] =>
  facts.map((fact, n) => ({ ...fact, seq: n + 1, at: "2026-01-01T00:00:00.000Z" }));

test("what the last message is about is quoted, until it is put off or skipped", () => {
  expect(quotedNow(told(asks))).toEqual(about);
  expect(quotedNow(told(asks, answered("point")))).toEqual(about);
  expect(quotedNow(told(asks, answered("later")))).toBeUndefined();
  expect(quotedNow(told(asks, answered("skip")))).toBeUndefined();
});

test("another word of the interviewer, about nothing in particular, ends the quote", () => {
  expect(quotedNow(told(asks, { type: "message", id: "m2", person: null, text: "Go on." }))).toBeUndefined();
  expect(quotedNow(told(asks, { type: "message", id: "m2", person: ada, text: "Because." }))).toEqual(about);
});

test("of several answers to a question the last one stands, with the lines it points at", () => {
  const answers = answersIn(told(asks, answered("later"), answered("point")));
  expect(answers.get(1)).toMatchObject({
    answer: "point",
    by: "Ada",
    place: { document: "schema", line: 4, endLine: 4 },
  });
});

test("the newest question is the open one, whatever was said since", () => {
  const events = told(asks, { ...asks, id: "q2" }, { type: "message", id: "m3", person: ada, text: "Hm." });
  expect(openQuestion(events)).toBe(2);
  expect(openQuestion(told({ type: "message", id: "m1", person: ada, text: "Hello?" }))).toBeNull();
});
