import type { LiveFact, RoomEvent } from "@proofroom/domain/room/channel";
import { expect, test } from "vitest";
import { hearKept, hearLive, silent, type Voicing } from "./turn.ts";

const told = (...facts: LiveFact[]): Voicing => facts.reduce(hearLive, silent);
const message = (id: string): RoomEvent => ({
  type: "message",
  id,
  person: null,
  text: "What then?",
  seq: 1,
  at: "2026-01-01T00:00:00.000Z",
});

test("a turn is seen while it thinks, then with all of its words so far", () => {
  expect(told({ type: "thinking", turn: "t1" }).turn).toEqual({ id: "t1", text: "" });
  const words: LiveFact = { type: "words", turn: "t1", text: "You wrote" };
  expect(told({ type: "thinking", turn: "t1" }, words).turn?.text).toBe("You wrote");
});

test("whoever comes in during a turn sees it from the next words on", () => {
  expect(told({ type: "words", turn: "t1", text: "You wrote that" }).turn).toEqual({
    id: "t1",
    text: "You wrote that",
  });
});

test("a turn that is over stays until its message takes its place, so that nothing flickers", () => {
  const over = told({ type: "words", turn: "t1", text: "Done." }, { type: "end", turn: "t1" });
  expect(over).toMatchObject({ turn: { id: "t1" }, isOver: true });
  expect(hearKept(over, message("t1"))).toEqual(silent);
});

test("another's message leaves the turn alone, and the end of an older turn too", () => {
  const now = told({ type: "words", turn: "t2", text: "So" });
  expect(hearKept(now, message("other")).turn?.id).toBe("t2");
  expect(hearLive(now, { type: "end", turn: "t1" })).toMatchObject({ turn: { id: "t2" }, isOver: false });
});

test("a noticed silence ends with the next word or key of anybody", () => {
  const waiting = told({ type: "waiting", hint: true });
  expect(waiting.waiting).toBe("hint");
  expect(hearKept(waiting, message("m1")).waiting).toBeNull();
  expect(hearLive(waiting, { type: "thinking", turn: "t1" }).waiting).toBeNull();
});
