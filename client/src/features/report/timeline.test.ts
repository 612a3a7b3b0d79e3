import { PersonId, RunId } from "@proofroom/domain/id";
import { planPhases } from "@proofroom/domain/interview/phase";
import type { RoomEvent, RoomFact } from "@proofroom/domain/room/channel";
import { expect, test } from "vitest";
import { clustersOf } from "./clusters.ts";
import { interviewMinutes } from "./interview-minutes.ts";
import { scaleOf, timelineOf } from "./timeline.ts";

const by = { id: PersonId.parse("00000000-0000-4000-8000-000000000001"), name: "Ada" };
const run = RunId.parse("00000000-0000-4000-8000-00000000000a");
const start = Date.parse("2026-11-28T10:00:00.000Z");
const at = (minute: number): string => new Date(start + minute * 60_000).toISOString();

/** What a room kept, each at a minute after the start. */
const told = (...facts: [number, RoomFact][]): RoomEvent[] =>
  facts.map(([minute, fact], n) => ({ ...fact, seq: n + 1, at: at(minute) }));
const phase = (action: "start" | "next" | "pause" | "resume", id: "clarify" | "high-level" = "clarify"): RoomFact => ({
  type: "phase",
  action,
  phase: id,
  ...(action === "start" ? { minutes: 20 } : {}),
  by,
});
const ended: RoomFact = { type: "state", state: "ended", by };
const asked: RoomFact = {
  type: "message",
  id: "q",
  person: null,
  voice: "rules",
  text: "Then?",
  question: { item: "data-3", source: "probe" },
};
const phases = planPhases(20).map(({ id, title, minutes }) => ({
  id,
  title,
  plannedMinutes: minutes,
  takenMinutes: null,
}));
const empty = { phases, facts: [], hints: [], skips: [] };

test("a pause of an hour takes no room: what follows stands at the minute that the clock showed", () => {
  const events = told([0, phase("start")], [2, phase("pause")], [62, phase("resume")], [65, ended]);
  const minuteAt = interviewMinutes(events);
  expect(minuteAt?.(at(1))).toBeCloseTo(1);
  expect(minuteAt?.(at(30))).toBeCloseTo(2);
  expect(minuteAt?.(at(64))).toBeCloseTo(4);
  expect(minuteAt?.(at(200))).toBeCloseTo(5);
});

test("what happened before the start stands at its beginning, and without a start there is no drawing", () => {
  expect(interviewMinutes(told([5, phase("start")]))?.(at(1))).toBe(0);
  expect(timelineOf(empty, told([0, asked], [3, ended]))).toBeNull();
});

test("a phase that took longer than planned tells from where, a shorter one does not", () => {
  const events = told([0, phase("start")], [5, phase("next", "high-level")], [7, ended]);
  const taken = timelineOf(empty, events)?.taken ?? [];
  expect(taken.map(({ id, from, to, overFrom }) => ({ id, from, to, overFrom }))).toEqual([
    { id: "clarify", from: 0, to: 5, overFrom: 3 },
    { id: "high-level", from: 5, to: 7, overFrom: null },
  ]);
});

test("a room that ended in a pause ends where its clock stood", () => {
  const timeline = timelineOf(empty, told([0, phase("start")], [4, phase("pause")], [90, ended]));
  expect(timeline?.taken.at(-1)?.to).toBeCloseTo(4);
  expect(timeline?.minutes).toBe(20);
});

test("questions, runs that are over, hints and skips each have their minute, in order", () => {
  const events = told(
    [0, phase("start")],
    [1, asked],
    [2, { type: "run", runId: run, number: 1, status: "testing" }],
    [3, { type: "run", runId: run, number: 1, status: "completed", verdict: "failed" }],
    [9, ended],
  );
  const report = {
    ...empty,
    hints: [{ item: "data-3", level: "nudge" as const, at: at(2.5), text: "Count them." }],
    skips: [{ seq: 2, item: null, text: "Then?", at: at(4) }],
  };
  const moments = timelineOf(report, events)?.moments ?? [];
  expect(moments.map(({ lane, minute, text }) => `${minute} ${lane}: ${text}`)).toEqual([
    "1 Asked: Then?",
    "2.5 Help: Hint, where to look: Data 3",
    "3 Runs: Run #1: failed",
    "4 Help: Skipped: Then?",
  ]);
});

test("marks of one kind that would touch become one, marks of another kind step down", () => {
  const moment = (minute: number, icon: "passed" | "warning") => ({
    minute,
    at: at(minute),
    lane: "Covered" as const,
    icon,
    ink: "",
    text: "",
    cited: null,
  });
  const clusters = clustersOf(
    [moment(1, "passed"), moment(1, "warning"), moment(1.5, "passed"), moment(4, "passed")],
    1,
  );
  expect(clusters.map(({ minute, step, moments }) => [minute, step, moments.length])).toEqual([
    [1, 0, 2],
    [1, 1, 1],
    [4, 0, 1],
  ]);
});

test("the scale never carries more than thirteen figures", () => {
  for (const minutes of [1, 12, 20, 45, 60, 100, 240, 600]) {
    expect(scaleOf(minutes).length).toBeLessThanOrEqual(13);
    expect(scaleOf(minutes)[0]).toBe(0);
  }
});
