import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { createListeners } from "../test-listen.ts";
import { connectQueue } from "./client.ts";
import { openJournal } from "./journal.ts";
import { createMessages } from "./messages.ts";
import { createQueueServer } from "./server.ts";

const { listen, close } = createListeners();
const folders: string[] = [];
afterEach(async () => {
  await close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function open(file: string, clock: { millis: number } = { millis: 0 }) {
  const journal = openJournal(file);
  const policy = { visibilityMillis: 30_000, deliveries: 3 };
  return createMessages({ ...policy, journal, now: () => clock.millis });
}

function newFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "queue-"));
  folders.push(folder);
  return join(folder, "journal.jsonl");
}

const textsOf = (taken: { message: unknown }[]): unknown[] => taken.map(({ message }) => message);

test("what is not acknowledged in time comes back, and what is does not", () => {
  const clock = { millis: 0 };
  const messages = open(newFile(), clock);
  for (const text of ["a", "b"]) messages.publish(text);
  const [a, b] = messages.take(10);
  expect(messages.take(10)).toEqual([]);
  expect(messages.acknowledge(a?.receipt ?? "")).toBe(true);
  clock.millis = 29_999;
  expect(messages.take(10)).toEqual([]);
  clock.millis = 30_000;
  const again = messages.take(10);
  expect(again).toMatchObject([{ message: "b", deliveries: 2 }]);
  // Whoever took it first is too late: it has been handed to somebody else.
  expect(messages.acknowledge(b?.receipt ?? "")).toBe(false);
  expect(messages.counters()).toMatchObject({ depth: 0, inFlight: 1, acknowledged: 1, redelivered: 1 });
});

test("a message that nobody gets done is a dead letter after its last delivery", () => {
  const clock = { millis: 0 };
  const messages = open(newFile(), clock);
  messages.publish("poison");
  for (let n = 1; n <= 3; n++) {
    expect(messages.take(1)).toMatchObject([{ deliveries: n }]);
    clock.millis += 30_000;
  }
  expect(messages.take(1)).toEqual([]);
  expect(messages.counters()).toMatchObject({ depth: 0, inFlight: 0, dead: 1 });
});

test("a queue whose process was killed has lost nothing that it had accepted, a half-written line included", () => {
  const file = newFile();
  const first = open(file);
  for (const text of ["a", "b", "c"]) first.publish(text);
  const [a] = first.take(2);
  first.acknowledge(a?.receipt ?? "");
  appendFileSync(file, '{"id":3,"was":"ackno');
  const second = open(file);
  expect(second.take(10)).toMatchObject([
    { message: "b", deliveries: 2 },
    { message: "c", deliveries: 1 },
  ]);
  second.publish("d");
  expect(textsOf(open(file).take(10))).toEqual(["b", "c", "d"]);
});

test("a journal grows with what is still to be delivered, not with what has gone by", () => {
  const file = newFile();
  const messages = createMessages({
    visibilityMillis: 30_000,
    deliveries: 3,
    now: () => 0,
    journal: openJournal(file, 4_000),
  });
  for (const text of ["first", "second"]) messages.publish(text, "r1");
  const [first] = messages.take(1);
  let longest = 0;
  for (let n = 0; n < 2_000; n++) {
    messages.publish(`passing ${n}`);
    for (const { receipt, message } of messages.take(2)) if (message !== "second") messages.acknowledge(receipt);
    longest = Math.max(longest, statSync(file).size);
  }
  expect(longest).toBeLessThan(5_000);
  messages.acknowledge(first?.receipt ?? "");

  const again = open(file);
  expect(again.counters()).toMatchObject({ depth: 1, published: 2_002, acknowledged: 2_001, dead: 0 });
  expect(again.take(10)).toMatchObject([{ message: "second", deliveries: 2, request: "r1" }]);
});

test("a kill in the middle of writing a journal anew leaves the old one, also where its first line is half written", () => {
  const file = newFile();
  writeFileSync(file, '{"id":1,"was":"publ');
  writeFileSync(`${file}.new`, '{"id":7,"was":"counted","publish');
  open(file).publish("a");
  expect(textsOf(open(file).take(10))).toEqual(["a"]);
});

test("of a queue that is killed again and again at its work nothing is lost and nothing done comes back", async () => {
  const file = newFile();
  const entry = new URL("./test-writer.ts", import.meta.url).pathname;
  const told: Record<string, Set<number>> = {};
  const those = (mark: "+" | "?" | "-"): Set<number> => (told[mark] ??= new Set());
  for (const lines of [1, 700, 2_000, 1_301]) {
    const next = String(Math.max(0, ...those("+")) + 1_000);
    const writer = spawn(process.execPath, [entry, file, "2000", next], { stdio: ["ignore", "pipe", "inherit"] });
    let said = "";
    writer.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      if (said.split("\n").length > lines) writer.kill("SIGKILL");
    });
    await once(writer, "close");
    // The last line may be cut; the one before it is whole.
    for (const [mark, ...digits] of said.split("\n").slice(0, -1))
      if (mark === "+" || mark === "?" || mark === "-") those(mark).add(Number(digits.join("")));
  }
  const left = new Set(textsOf(open(file).take(100_000)));
  const owed = [...those("+")].filter((n) => !those("?").has(n));
  expect(owed.length).toBeGreaterThan(100);
  expect(owed.filter((n) => !left.has(n))).toEqual([]);
  expect([...those("-")].filter((n) => left.has(n))).toEqual([]);
  expect(statSync(file).size).toBeLessThan(200 * owed.length);
});

test("over HTTP whoever waits gets a message as soon as there is one, and each message goes to one of them", async () => {
  const queue = connectQueue({ host: "127.0.0.1", port: await listen(createQueueServer(open(newFile()))) });
  const waiting = [queue.take(1), queue.take(1)];
  await queue.publish({ seat: 1 });
  await queue.publish(null);
  const taken = (await Promise.all(waiting)).flat();
  expect(textsOf(taken)).toEqual(expect.arrayContaining([{ seat: 1 }, null]));
  await Promise.all(taken.map(({ receipt }) => queue.acknowledge(receipt)));
});

test("what is no request of a queue is refused with a reason", async () => {
  const port = await listen(createQueueServer(open(newFile())));
  const post = (path: string, body: string) => fetch(`http://127.0.0.1:${port}${path}`, { method: "POST", body });
  expect((await post("/take", '{"most":0}')).status).toBe(400);
  expect((await post("/messages", "{")).status).toBe(400);
  expect((await post("/elsewhere", "{}")).status).toBe(404);
});
