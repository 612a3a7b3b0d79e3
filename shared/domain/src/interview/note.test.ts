import { expect, test } from "vitest";
import { noteOf } from "./note.ts";

test("a note of a kind that is no longer written is passed over", () => {
  const kept = { type: "assumption", seq: 4, text: "how many users?" };
  expect(noteOf(kept)).toBeNull();
});

test("a note that is written still is read as it was", () => {
  const kept = { type: "presence", people: 2 };
  expect(noteOf(kept)).toEqual(kept);
});

test("a note that lacks what its kind promises is no old one", () => {
  expect(() => noteOf({ type: "presence" })).toThrow(/people/);
});
