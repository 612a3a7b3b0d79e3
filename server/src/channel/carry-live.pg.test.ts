import { RoomId } from "@proofroom/domain/id";
import { freshDatabase } from "@proofroom/migrations/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { realTimers, type Timers } from "../interviewer/timers.ts";
import type { TestDatabase } from "../test-server.ts";
import { carryLive, type Voicing } from "./carry-live.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());

const room = RoomId.parse("5b0c9c52-7d2f-4a5e-8f0e-0d6c2f0d7f11");
const words = (text: string): Voicing => ({ type: "words", turn: "i-1", text });
const thinking: Voicing = { type: "thinking", turn: "i-1" };
const end: Voicing = { type: "end", turn: "i-1" };

/** One process, and what its sockets were told. */
async function listener(timers: Timers = realTimers) {
  const told: Voicing[] = [];
  const streams = new Set<string>();
  let look = (): void => {};
  const live = carryLive({
    db: database.db,
    databaseUrl: database.url,
    timers,
    report: (error) => expect.unreachable(String(error)),
    emit: (_room, stream, fact) => {
      told.push(fact);
      streams.add(stream);
      look();
    },
  });
  await live.ready;
  const heard = (fact: Voicing): Promise<void> =>
    new Promise((resolve) => {
      look = () => told.some((one) => JSON.stringify(one) === JSON.stringify(fact)) && resolve();
      look();
    });
  return { ...live, told, streams, heard };
}

test("what is said in one process is told there at once, and to another's sockets in order, the last words always", async () => {
  await using here = await listener();
  await using there = await listener();
  const all = [thinking, ...Array.from({ length: 50 }, (_, n) => words("word ".repeat(n + 1))), end];
  for (const fact of all) here.tell(room, "staff_event", fact);
  expect(here.told).toEqual(all);
  await there.heard(end);
  expect(there.told).toEqual([thinking, words("word ".repeat(50)), end]);
  expect([...there.streams]).toEqual(["staff_event"]);
  there.tell(room, "staff_event", { type: "waiting", hint: true });
  await here.heard({ type: "waiting", hint: true });
  expect(here.told).toHaveLength(all.length + 1);
});

test("words go to other processes once in a while, the newest then; an end does not wait", async () => {
  let pass = Promise.withResolvers<() => void>();
  const timers: Timers = { after: (_millis, work) => (pass.resolve(work), () => {}) };
  await using here = await listener(timers);
  await using there = await listener();
  here.tell(room, "room_event", words("a"));
  const goOn = await pass.promise;
  pass = Promise.withResolvers();
  for (const text of ["a b", "a b c"]) here.tell(room, "room_event", words(text));
  goOn();
  await there.heard(words("a b c"));
  await pass.promise;
  here.tell(room, "room_event", words("a b c d"));
  here.tell(room, "room_event", end);
  await there.heard(end);
  expect(there.told).toEqual([words("a"), words("a b c"), words("a b c d"), end]);
});

test("a process that closes tells the others what still waits", async () => {
  const here = await listener({ after: () => () => {} });
  await using there = await listener();
  for (const text of ["a", "a b"]) here.tell(room, "room_event", words(text));
  await there.heard(words("a"));
  await here[Symbol.asyncDispose]();
  await there.heard(words("a b"));
});

test("words that no notification holds are left out, and what follows arrives", async () => {
  await using here = await listener();
  await using there = await listener();
  here.tell(room, "room_event", words("ü".repeat(3_990)));
  here.tell(room, "room_event", end);
  await there.heard(end);
  expect([here.told.length, there.told]).toEqual([2, [end]]);
});
