import { freshDatabase } from "@proofroom/migrations/test-database";
import type { Changed, Reading } from "@proofroom/domain/interview/reading";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { openRoom } from "../../documents/harness.ts";
import { createReader, type ReaderOptions } from "./reader.ts";
import { createReadThread } from "./read-thread.ts";

const now = () => performance.now();
const log = { warn: () => {} };

function reading({
  db,
  room,
  ...options
}: { db: ReaderOptions["db"]; room: Awaited<ReturnType<typeof openRoom>> } & Partial<ReaderOptions>) {
  const reader = createReader({
    db,
    documents: room.documents,
    log,
    now,
    pace: { quietMillis: 20, lateMillis: 100 },
    ...options,
  });
  const told: { reading: Reading; changed: Changed[] }[] = [];
  let check = (): void => {};
  const stop = reader.follow(room.roomId, {}, (read, changed) => {
    told.push({ reading: read, changed });
    check();
  });
  return {
    reader,
    told,
    stop,
    /** Resolves when the readings so far are as they should be. */
    until: (isSo: (told: { reading: Reading; changed: Changed[] }[]) => boolean): Promise<void> =>
      new Promise((resolve) => {
        check = () => isSo(told) && resolve();
        check();
      }),
    [Symbol.asyncDispose]: () => reader.close(),
  };
}

test("what is typed is read with its tables and endpoints, and its lines and author are told", async () => {
  await using database = await freshDatabase();
  await using room = await openRoom(database.db);
  const ada = room.client(room.owner);
  await ada.synced();
  await using followed = reading({ db: database.db, room });
  await followed.until((told) => told.length === 1);
  expect(followed.told[0]).toMatchObject({
    changed: [],
    reading: { versions: { schema: "1.0" }, texts: { schema: "" } },
  });

  ada.text.insert(0, "create table link (\n  code text primary key\n);\n");
  await followed.until((told) => told.at(-1)?.reading.model.tables.length === 1);
  ada.text.insert(ada.text.toJSON().indexOf("\n);"), ",\n  url text not null");
  await followed.until((told) => told.at(-1)?.reading.model.tables[0]?.columns.length === 2);

  const last = followed.told.at(-1);
  expect(last?.reading.texts.schema).toBe(ada.text.toJSON());
  expect(last?.changed).toEqual([
    { document: "schema", version: "1.2", author: room.owner.id, lines: [2, 3], removed: 0 },
  ]);
});

test("a burst of commits gives few readings, and the last one has everything", async () => {
  await using database = await freshDatabase();
  await using room = await openRoom(database.db);
  const ada = room.client(room.owner, { ours: true });
  await ada.synced();
  await using followed = reading({ db: database.db, room, pace: { quietMillis: 400, lateMillis: 10_000 } });
  await followed.until((told) => told.length === 1);
  for (let n = 0; n < 40; n++) {
    ada.text.insert(ada.text.length, `-- line ${n}\n`);
    await ada.until(() => ada.told.committed >= n + 2);
  }
  await followed.until((told) => told.at(-1)?.reading.texts.schema === ada.text.toJSON());
  expect(followed.told.length).toBeLessThan(20);
  const lines = followed.told.flatMap(({ changed }) => changed.flatMap((one) => one.lines));
  expect(new Set(lines).size).toBe(40);
});

test("under continuous typing a reading is at most so late", async () => {
  await using database = await freshDatabase();
  await using room = await openRoom(database.db);
  const ada = room.client(room.owner, { ours: true });
  await ada.synced();
  let millis = 0;
  await using followed = reading({
    db: database.db,
    room,
    now: () => millis,
    pace: { quietMillis: 500, lateMillis: 2_000 },
  });
  await followed.until((told) => told.length === 1);
  // A clock of our own: by it, no half second passes without a key, and two seconds have passed.
  for (let n = 0; n < 6; n++) {
    ada.text.insert(0, "x");
    await ada.until(() => ada.told.committed >= n + 2);
    millis += 400;
  }
  await followed.until((told) => told.length >= 2);
  expect(followed.told[1]?.changed).toMatchObject([{ lines: [1] }]);
});

test("a room that nobody follows any more is not read, and can still be read once", async () => {
  await using database = await freshDatabase();
  await using room = await openRoom(database.db);
  const ada = room.client(room.owner, { ours: true });
  await ada.synced();
  await using followed = reading({ db: database.db, room });
  await followed.until((told) => told.length === 1);
  followed.stop();
  ada.text.insert(0, "create table a (id int primary key);");
  await ada.until(() => ada.told.committed === 2);
  const read = await followed.reader.readNow(room.roomId, {});
  expect(read.model.tables.map(({ name }) => name)).toEqual(["a"]);
  expect(followed.told).toHaveLength(1);
});

test("whoever asks is answered, also when the last follower leaves meanwhile", async () => {
  await using database = await freshDatabase();
  await using room = await openRoom(database.db);
  const ada = room.client(room.owner, { ours: true });
  await ada.synced();
  ada.text.insert(0, "create table a (id int primary key);");
  await ada.until(() => ada.told.committed === 2);
  await using followed = reading({ db: database.db, room });
  const asked = [followed.reader.readNow(room.roomId, {}), followed.reader.readNow(room.roomId, {})];
  followed.stop();
  for (const read of await Promise.all(asked)) expect(read.model.tables).toHaveLength(1);
});

test("when the reading thread dies, a new one goes on from what was told last", async () => {
  await using database = await freshDatabase();
  await using room = await openRoom(database.db);
  const ada = room.client(room.owner, { ours: true });
  await ada.synced();
  const lost: Error[] = [];
  const thread = createReadThread((error) => lost.push(error));
  await using followed = reading({ db: database.db, room, thread });
  ada.text.insert(0, "-- one\n");
  await followed.until((told) => told.at(-1)?.reading.texts.schema === "-- one\n");

  await thread.kill();
  ada.text.insert(7, "-- two\n");
  await followed.until((told) => told.at(-1)?.reading.texts.schema === "-- one\n-- two\n");
  expect(lost).toHaveLength(1);
  expect(followed.told.at(-1)?.changed).toMatchObject([{ author: room.owner.id, lines: [2], removed: 0 }]);
});

test("an anchor stays with its line, also one of a version long gone", async () => {
  await using database = await freshDatabase();
  await using room = await openRoom(database.db);
  const ada = room.client(room.owner, { ours: true });
  await ada.synced();
  await using followed = reading({ db: database.db, room });
  ada.text.insert(0, "one\ntwo\n\nfour\n");
  await ada.until(() => ada.told.committed === 2);
  const { version = "" } = (await room.documents.text(room.roomId, "schema")) ?? {};
  ada.text.insert(0, "zero\n");
  ada.text.insert(ada.text.length, "five\n");
  await ada.until(() => ada.told.committed === 4);

  const lineOf = async (line: number): Promise<number> => {
    const anchor = await followed.reader.anchor(room.roomId, { document: "schema", version, line });
    const position = Y.decodeRelativePosition(Buffer.from(anchor, "base64"));
    const at = Y.createAbsolutePositionFromRelativePosition(position, ada.doc)?.index ?? -1;
    return ada.text.toJSON().slice(0, at).split("\n").length;
  };
  expect(await Promise.all([1, 2, 3, 4, 5].map(lineOf))).toEqual([2, 3, 4, 5, 6]);
  await expect(followed.reader.anchor(room.roomId, { document: "schema", version: "1.99", line: 1 })).rejects.toThrow(
    "never had version 1.99",
  );
});
