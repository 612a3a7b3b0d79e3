import { advanceClock, newClock } from "@proofroom/domain/interview/clock";
import { PersonId } from "@proofroom/domain/id";
import type { RoomEvent, RoomFact } from "@proofroom/domain/room/channel";
import { expect, test } from "vitest";
import { isRunning, minutesText, phaseRows, spokenMinutes, wholeClock } from "./clock-rows.ts";

const ada = { id: PersonId.parse("00000000-0000-4000-8000-000000000001"), name: "Ada" };
const start = Date.UTC(2026, 0, 1, 12);
const at = (minutes: number) => start + minutes * 60_000;
const moved = (minutes: number, fact: Partial<RoomFact & { type: "phase" }>): RoomEvent => ({
  type: "phase",
  action: "start",
  phase: "clarify",
  by: ada,
  ...fact,
  seq: 1,
  at: new Date(at(minutes)).toISOString(),
});
const begun = moved(0, { action: "start", minutes: 45 });
const clockOf = (...events: RoomEvent[]) => events.reduce(advanceClock, newClock("interviewer"));
const states = (clock: ReturnType<typeof clockOf>, now: number) => phaseRows(clock, 45, now).map((row) => row.state);

test("before the start the six phases stand as they would be planned", () => {
  const rows = phaseRows(clockOf(), 20, start);
  expect(rows.map((row) => row.plannedMillis / 60_000)).toEqual([3, 5, 4, 4, 3, 1]);
  expect(new Set(rows.map((row) => row.state))).toEqual(new Set(["open"]));
});

test("a phase left keeps what it took, the one entered counts, the others wait", () => {
  const clock = clockOf(begun, moved(5, { action: "next", phase: "high-level" }));
  expect(states(clock, at(7))).toEqual(["done", "current", "open", "open", "open", "open"]);
  const [clarify, highLevel] = phaseRows(clock, 45, at(7));
  expect(clarify?.takenMillis).toBe(5 * 60_000);
  expect(highLevel).toMatchObject({ takenMillis: 2 * 60_000, share: 0.2, overMillis: 0 });
});

test("an overrun is counted beyond the planned time, and more minutes take it back", () => {
  expect(phaseRows(clockOf(begun), 45, at(8))[0]).toMatchObject({ share: 1, overMillis: 2 * 60_000 });
  const extended = clockOf(begun, moved(7, { action: "extend", minutes: 5 }));
  expect(phaseRows(extended, 45, at(8))[0]).toMatchObject({ overMillis: 0, plannedMillis: 11 * 60_000 });
  expect(wholeClock(extended, at(8)).total).toBe(50 * 60_000);
});

test("a paused clock stands, and what was paused does not count afterwards", () => {
  const paused = clockOf(begun, moved(2, { action: "pause", by: null }));
  expect(isRunning(paused)).toBe(false);
  expect(wholeClock(paused, at(60)).elapsed).toBe(2 * 60_000);
  const resumed = [paused].reduce((clock) => advanceClock(clock, moved(30, { action: "resume" })), paused);
  expect(wholeClock(resumed, at(31)).elapsed).toBe(3 * 60_000);
});

test("the end of the room stops the clock for good", () => {
  const ended = advanceClock(clockOf(begun), {
    type: "state",
    state: "ended",
    by: ada,
    seq: 9,
    at: new Date(at(4)).toISOString(),
  });
  expect(wholeClock(ended, at(90)).elapsed).toBe(4 * 60_000);
  expect(states(ended, at(90))[0]).toBe("done");
});

test("times are read as minutes and seconds, and heard as words", () => {
  expect([minutesText(64_999), minutesText(3_725_000)]).toEqual(["1:04", "62:05"]);
  expect([spokenMinutes(61_000), spokenMinutes(120_000), spokenMinutes(0)]).toEqual([
    "1 minute 1 second",
    "2 minutes",
    "0 seconds",
  ]);
});
