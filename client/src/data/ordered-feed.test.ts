import { expect, test } from "vitest";
import type { Answer } from "./answer.ts";
import { createOrderedFeed } from "./ordered-feed.ts";

interface Numbered {
  seq: number;
}
const numbered = (...seqs: number[]): Numbered[] => seqs.map((seq) => ({ seq }));
const offline: Answer<Numbered[]> = { ok: false, status: 0, error: "offline", message: "Try again." };

function feedOver(answers: Answer<Numbered[]>[]) {
  const delivered: number[] = [];
  const asked: number[] = [];
  const waits: number[] = [];
  const feed = createOrderedFeed<Numbered>({
    fetchAfter(seq) {
      asked.push(seq);
      return Promise.resolve(answers.shift() ?? { ok: true, value: [] });
    },
    deliver: (events) => delivered.push(...events.map((event) => event.seq)),
    wait(millis) {
      waits.push(millis);
      return Promise.resolve();
    },
  });
  return { feed, delivered, asked, waits };
}

test("events in order are delivered as they come, repeated ones once", () => {
  const { feed, delivered, asked } = feedOver([]);
  for (const seq of [1, 2, 2, 1, 3]) feed.push({ seq });
  expect(delivered).toEqual([1, 2, 3]);
  expect(asked).toEqual([]);
});

test("a gap is fetched, and what came early follows in its place", async () => {
  const { feed, delivered, asked } = feedOver([{ ok: true, value: numbered(2, 3) }]);
  feed.push({ seq: 1 });
  feed.push({ seq: 4 });
  expect(delivered).toEqual([1]);
  await feed.catchUp();
  expect(delivered).toEqual([1, 2, 3, 4]);
  expect(asked[0]).toBe(1);
});

test("a fetch that fails is tried again after a growing wait", async () => {
  const { feed, delivered, waits } = feedOver([offline, offline, { ok: true, value: numbered(1, 2) }]);
  await feed.catchUp();
  expect(delivered).toEqual([1, 2]);
  expect(waits).toEqual([500, 1_000]);
});

test("pages are fetched until nothing is left", async () => {
  const { feed, delivered, asked } = feedOver([
    { ok: true, value: numbered(1, 2) },
    { ok: true, value: numbered(3) },
  ]);
  await feed.catchUp();
  expect(delivered).toEqual([1, 2, 3]);
  expect(asked).toEqual([0, 2, 3]);
});

test("a room that is not open to us is asked for once", async () => {
  const { feed, asked } = feedOver([{ ok: false, status: 404, error: "not-found", message: "Ask for a link." }]);
  await feed.catchUp();
  expect(asked).toEqual([0]);
});

test("a closed feed delivers nothing more", async () => {
  const { feed, delivered } = feedOver([{ ok: true, value: numbered(1) }]);
  const caughtUp = feed.catchUp();
  feed.close();
  await caughtUp;
  expect(delivered).toEqual([]);
});
