import { expect, test } from "vitest";
import type { Evidence, KeptNote } from "../note.ts";
import { coverageFacts } from "./report-coverage.ts";
import { itemStates } from "./report-item-state.ts";
import { proveBy, type ReportTexts } from "./report-proof.ts";
import type { AskedQuestion } from "./report-questions.ts";
import type { RoomEvent } from "../../room/channel.ts";
import { PersonId } from "../../id.ts";
import { testPack } from "../director/test-pack.ts";

const item = testPack.items[0]?.id ?? "";
const minute = (n: number): string => new Date(Date.UTC(2026, 0, 1, 12, n)).toISOString();
const ada = { id: PersonId.parse("00000000-0000-4000-8000-000000000001"), name: "Ada" };
const chat: RoomEvent = {
  type: "message",
  id: "m",
  person: ada,
  text: "seven letters are plenty",
  seq: 4,
  at: minute(2),
};

const texts = (schema: string): ReportTexts => ({
  final: {
    schema: { text: schema, version: "1.9" },
    api: { text: "", version: "1.0" },
    design: { text: "", version: "1.0" },
  },
  proven: [{ document: "schema", version: "1.4", quote: "code varchar(7)", line: 2 }],
});
const said: Evidence = { by: "chat", quote: "seven letters", source: { kind: "message", seq: 4 } };
const written = (more: Partial<Evidence> = {}): Evidence => ({
  by: "document",
  quote: "code varchar(7)",
  source: { kind: "document", document: "schema", version: "1.4", line: 2 },
  ...more,
});
const noted = (
  n: number,
  state: "unseen" | "touched" | "covered" | "contradicted",
  ...evidence: Evidence[]
): KeptNote => ({
  type: "coverage",
  item,
  state,
  evidence,
  seq: n,
  at: minute(n),
});
const asked = (n: number, more: Partial<AskedQuestion> = {}): AskedQuestion => ({
  seq: n,
  at: minute(n),
  text: `Asked at ${n}?`,
  item,
  source: "probe",
  topic: null,
  staff: false,
  replied: false,
  pointed: false,
  skippedAt: null,
  later: false,
  ...more,
});

function told(notes: KeptNote[], questions: AskedQuestion[] = [], schema = "create\ncode varchar(7)") {
  const source = { events: [chat], texts: texts(schema) };
  const states = itemStates(notes, source, proveBy(source.texts, { events: [chat], runs: [] }));
  const facts = coverageFacts(testPack.items, states, { asked: questions, hints: [] });
  return facts.find((fact) => fact.item === item);
}

test("only what came after a question is told as its answer", () => {
  expect(told([noted(3, "touched", said)], [asked(1)])?.text).toBe(
    "Touched in the chat only, after being asked: Asked at 1?",
  );
  // It was noted after the question, and said before it.
  expect(told([noted(6, "touched", said)], [asked(5)])?.text).toBe(
    "Touched in the chat only; asked later: Asked at 5?",
  );
  expect(told([noted(3, "covered", written())], [asked(5)])?.text).toBe("Covered; asked later: Asked at 5?");
  expect(told([noted(3, "covered", written()), noted(9, "covered", written())], [asked(5)])?.text).toMatch(
    /asked later/,
  );
  expect(told([noted(3, "covered", written())], [asked(1, { source: "edit" }), asked(2)])?.text).toMatch(/Asked at 2/);
  expect(told([noted(3, "covered", written())])?.text).toBe("Covered, without being asked.");
});

test("a line that was pointed at is shown and told as such, alone or beside what speaks for itself", () => {
  const pointed = written({
    by: "pointed",
    quote: "create",
    source: { kind: "document", document: "schema", version: "1.9", line: 1 },
  });
  expect(told([noted(3, "covered", pointed)], [asked(1)])?.text).toBe(
    "Covered by pointing at schema line 1, after being asked: Asked at 1?",
  );
  expect(told([noted(3, "covered", pointed, written())])).toMatchObject({
    text: "Covered; pointed at schema line 1, without being asked.",
    quote: "create",
  });
  // The line was changed since, and the item is covered by what stands there now.
  const before = written({ by: "pointed" });
  const now = written({ quote: "create", source: { kind: "document", document: "schema", version: "1.9", line: 1 } });
  expect(told([noted(3, "covered", before, now)], [], "create")).toMatchObject({
    text: "Covered; pointed at schema line 2, without being asked.",
    quote: "code varchar(7)",
  });
});

test("a contradiction shows what contradicts, never the line that was pointed at in answer", () => {
  const pointed = written({ by: "pointed" });
  const against = written({
    by: "fact",
    quote: "create",
    against: true,
    source: { kind: "document", document: "schema", version: "1.9", line: 1 },
  });
  expect(told([noted(3, "contradicted", against, pointed)])).toMatchObject({ state: "contradicted", quote: "create" });
  expect(told([noted(3, "contradicted", pointed)])).toMatchObject({ state: "contradicted", source: null });
  // What cannot be found contradicts nothing.
  expect(told([noted(3, "contradicted", { ...against, quote: "gone" }, pointed)])).toMatchObject({ state: "covered" });
});

test("text that is gone at the end covers nothing, and is told with when and where it stood", () => {
  expect(told([noted(3, "covered", written()), noted(8, "unseen")], [asked(1)], "")).toMatchObject({
    state: "touched",
    text: "Covered for a while, no longer in the final text, after being asked: Asked at 1?",
    quote: "code varchar(7)",
    source: { version: "1.4", line: 2 },
    at: minute(3),
  });
  expect(told([noted(3, "covered", written({ by: "pointed" }))], [], "")?.text).toBe(
    "Covered by pointing at schema line 2, no longer in the final text, without being asked.",
  );
  // The words are still there; they only show no more what they showed.
  expect(told([noted(3, "covered", written()), noted(8, "unseen")])).toBeUndefined();
});
