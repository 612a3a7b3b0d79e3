import { expect, test } from "vitest";
import type { LogRow } from "./document-store.ts";
import { createUpdateLog, type LogSource } from "./log.ts";

/** A document that has one update a time to commit. */
function source(id: string) {
  const events: string[] = [];
  let seq = 0;
  const made: LogSource & { events: string[] } = {
    id,
    events,
    take: () => [{ documentId: id, epoch: 1, seq: ++seq, author: "ada", bytes: new Uint8Array(), claims: [] }],
    committed: (rows) => events.push(`committed ${rows.map((row) => row.seq).join()}`),
    overtaken: () => events.push("overtaken"),
  };
  return made;
}

/** A database of which each commit is let through or refused by hand. */
function gate() {
  const calls: { rows: LogRow[]; pass: (overtaken?: string[]) => void; fail: () => void }[] = [];
  const watchers: (() => void)[] = [];
  return {
    calls,
    append: (rows: LogRow[]): Promise<Set<string>> =>
      new Promise((resolve, reject) => {
        calls.push({
          rows,
          pass: (overtaken = []) => resolve(new Set(overtaken)),
          fail: () => reject(new Error("gone")),
        });
        watchers.splice(0).forEach((watch) => watch());
      }),
    async call(n: number) {
      while (calls.length <= n) await new Promise<void>((resolve) => watchers.push(resolve));
      const call = calls[n];
      if (call === undefined) throw new Error("no such call");
      return call;
    },
  };
}

const quiet = { onStorage: () => {}, onBroken: () => {} };

test("what queues during a commit is the next commit, of all documents at once", async () => {
  const database = gate();
  const log = createUpdateLog({ append: database.append, ...quiet });
  const [a, b] = [source("a"), source("b")];
  log.add(a);
  const first = await database.call(0);
  log.add(a);
  log.add(b);
  log.add(a);
  expect(database.calls).toHaveLength(1);
  first.pass();
  const second = await database.call(1);
  expect(second.rows.map((row) => `${row.documentId}${row.seq}`)).toEqual(["a2", "b1"]);
  second.pass();
  await log.idle();
  expect(a.events).toEqual(["committed 1", "committed 2"]);
});

test("a refused commit is repeated with the same rows until it succeeds", async () => {
  const database = gate();
  const told: string[] = [];
  const log = createUpdateLog({ ...quiet, append: database.append, onStorage: (storage) => told.push(storage) });
  const a = source("a");
  log.add(a);
  const first = await database.call(0);
  first.fail();
  const second = await database.call(1);
  expect(second.rows).toEqual(first.rows);
  expect(a.events).toEqual([]);
  second.pass();
  await log.idle();
  expect(a.events).toEqual(["committed 1"]);
  expect(told).toEqual(["away", "ok"]);
});

test("a document that another process has written gives way, and the others of its commit do not", async () => {
  const database = gate();
  const log = createUpdateLog({ append: database.append, ...quiet });
  const [a, b] = [source("a"), source("b")];
  log.add(a);
  log.add(b);
  (await database.call(0)).pass(["a"]);
  await log.idle();
  expect([a.events, b.events]).toEqual([["overtaken"], ["committed 1"]]);
});

test("a document that fails in memory does not hold up the others", async () => {
  const database = gate();
  const broken: unknown[] = [];
  const log = createUpdateLog({ ...quiet, append: database.append, onBroken: (error) => broken.push(error) });
  const [a, b] = [source("a"), source("b")];
  a.take = () => {
    throw new Error("unreadable");
  };
  log.add(a);
  log.add(b);
  (await database.call(0)).pass();
  await log.idle();
  expect(broken).toHaveLength(1);
  expect(b.events).toEqual(["committed 1"]);
});
