import { expect, test } from "vitest";
import { newDirector, type SaidLine } from "./director-state.ts";
import { withoutAskedAbout } from "./just-written.ts";

const ages = (...design: number[]) => ({ ...newDirector("seed"), notAskedAbout: { schema: [5], api: [], design } });
const asked = (line: number, source: "edit" | "contradiction"): SaidLine => ({
  seq: 1,
  at: 300_000,
  kind: "question",
  text: "?",
  question: { item: null, source },
  topic: "edit:x",
  probe: null,
  phase: null,
  closed: null,
  closedAt: null,
  isToStaff: false,
  place: { document: "design", version: "0.1", line, endLine: line, quote: "" },
});

test("a question about what was just written leaves what was written well before waiting for its own", () => {
  const state = ages(100_000, 100_000, 250_000, 290_000);
  expect(withoutAskedAbout(state, asked(4, "edit"))).toEqual({
    schema: [5],
    api: [],
    design: [100_000, 100_000, 0, 0],
  });
});

test("a question about two places that disagree leaves all but its line waiting", () => {
  const state = ages(250_000, 290_000, 290_000);
  expect(withoutAskedAbout(state, asked(2, "contradiction")).design[2]).toBe(290_000);
});
