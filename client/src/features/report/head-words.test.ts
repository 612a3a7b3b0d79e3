import type { Coverage } from "@proofroom/domain/interview/note";
import type { DebriefItem, Report, ReportFact } from "@proofroom/domain/interview/report/report";
import { expect, test } from "vitest";
import { coverageAreas } from "./coverage.ts";
import { phasesOf, changeOf, differenceOf } from "./debrief.ts";
import { nothingOf } from "./fact-kinds.ts";
import { headline, tilesOf } from "./head-words.ts";

const reached = (item: string, state: Coverage): ReportFact => ({
  kind: "coverage",
  text: "",
  source: null,
  item,
  state,
});
const open: ReportFact = { kind: "open-question", text: "Then?", source: null };
const point = (item: string, state: Coverage, before: Coverage | null = null): DebriefItem => ({
  item,
  phase: "deep-dive",
  asked: [],
  state,
  strong: "",
  lesson: "",
  selfMark: null,
  before,
});
const report = (facts: ReportFact[], more: Partial<Report> = {}): Report => ({
  status: "ready",
  voice: "rules",
  facts,
  marks: [],
  hints: [],
  skips: [],
  phases: [],
  results: [],
  ...more,
});

test("the sentence counts and judges nobody", () => {
  expect(headline(report([]))).toBe("No point of this problem was reached.");
  expect(headline(report([open]))).toBe("No point of this problem was reached; 1 question stayed open.");
  expect(headline(report([reached("data-1", "covered")]))).toBe("1 point was covered.");
  expect(headline(report([reached("data-1", "touched"), open, open]))).toBe(
    "None was covered and 1 only touched; 2 questions stayed open.",
  );
  const debrief = [point("data-1", "covered"), point("data-2", "contradicted"), point("api-1", "unseen")];
  expect(headline(report([], { debrief }))).toBe("1 of 3 points was covered and 1 contradicted.");
});

test("the figures say what no clock, no hint and no question are", () => {
  expect(tilesOf(report([])).map(({ figure }) => figure)).toEqual(["0", "No question", "No clock", "No hint"]);
});

test("minutes are summed over phases, and those not reached are not counted as reached", () => {
  const phases = [
    { id: "clarify" as const, title: "Clarify", plannedMinutes: 3, takenMinutes: 4.4 },
    { id: "high-level" as const, title: "High level", plannedMinutes: 5, takenMinutes: null },
  ];
  expect(tilesOf(report([], { phases }))[2]).toMatchObject({
    figure: "4 of 8\u00a0min",
    note: "1 of 2 phases reached",
  });
});

test("areas know the points that nobody reached only with a debrief", () => {
  const facts = [reached("data-2", "covered")];
  expect(coverageAreas({ facts }).map(({ area, states }) => [area, states])).toEqual([["Data", ["covered"]]]);
  const debrief = [point("req-1", "unseen"), point("data-1", "unseen"), point("data-2", "covered")];
  expect(coverageAreas({ facts, debrief }).map(({ area, states }) => [area, states])).toEqual([
    ["Requirements", ["unseen"]],
    ["Data", ["covered", "unseen"]],
  ]);
});

test("a point got further or fell back beside the last attempt, and a first attempt has no difference", () => {
  expect(changeOf(point("data-1", "covered", "touched"))).toBe("further");
  expect(changeOf(point("data-1", "touched", "covered"))).toBe("back");
  expect(changeOf(point("data-1", "contradicted", "unseen"))).toBe("further");
  expect(changeOf(point("data-1", "covered", "covered"))).toBe("same");
  expect(differenceOf([point("data-1", "covered")])).toBeNull();
  expect(differenceOf([point("data-1", "covered", "touched"), point("data-2", "unseen", "covered")])).toMatchObject({
    covered: 1,
    coveredBefore: 1,
    further: [{ item: "data-1" }],
    back: [{ item: "data-2" }],
  });
});

test("phases without a point are left out, and the rest come in the order of the interview", () => {
  const early: DebriefItem = { ...point("req-1", "unseen"), phase: "clarify" };
  expect(phasesOf([point("data-1", "unseen"), early])).toEqual(["clarify", "deep-dive"]);
});

test("what there was none of is said in sentences, what there was is not", () => {
  expect(nothingOf(report([open]))).not.toContain("No question stayed open.");
  expect(nothingOf(report([open]))).toContain("No hint was taken.");
});
