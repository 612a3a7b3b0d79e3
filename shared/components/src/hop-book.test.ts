import type { Hop } from "@proofroom/domain/judge/trace";
import { expect, test } from "vitest";
import { createHopBook } from "./hop-book.ts";

const hop = (request: string, text = "select 1"): Hop => ({
  request,
  component: "api",
  kind: "service",
  at: "2030-01-01T00:00:00.000Z",
  millis: 1,
  status: 200,
  statements: [{ at: "2030-01-01T00:00:00.000Z", millis: 1, text, values: [], isInTransaction: false }],
  dropped: 0,
});

test("the way of a request is found by its id, every time it came", () => {
  const book = createHopBook();
  book.keep(hop("a"));
  book.keep(hop("b"));
  book.keep(hop("a", "select 2"));
  expect(book.of(["a"]).map(({ statements }) => statements[0]?.text)).toEqual(["select 1", "select 2"]);
});

test("a flood of requests leaves the latest and no more than fits", () => {
  const book = createHopBook(100_000);
  const ids = Array.from({ length: 5_000 }, (_, n) => `r${n}`);
  for (const id of ids) book.keep(hop(id, "x".repeat(1_000)));
  const kept = book.of(ids);
  expect(kept.length).toBeLessThan(100);
  expect(kept.at(-1)?.request).toBe("r4999");
});
