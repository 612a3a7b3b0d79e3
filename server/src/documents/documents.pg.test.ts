import { freshDatabase } from "@proofroom/migrations/test-database";
import { sql } from "kysely";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { openRoom } from "./harness.ts";

test("two people who type at once read the same text", async () => {
  await using database = await freshDatabase();
  await using room = await openRoom(database.db);
  const ada = room.client(room.owner);
  const bob = room.client(room.guest("candidate"));
  await Promise.all([ada.synced(), bob.synced()]);

  for (let n = 0; n < 20; n++) {
    ada.text.insert(0, `a${n} `);
    bob.text.insert(bob.text.length, `b${n} `);
  }
  const isAll = (text: string): boolean => text.includes("a19 ") && text.includes("b19 ");
  await Promise.all([ada.until(() => isAll(ada.text.toJSON())), bob.until(() => isAll(bob.text.toJSON()))]);

  expect(bob.text.toJSON()).toBe(ada.text.toJSON());
  expect((await room.documents.freeze(room.roomId)).schema.text).toBe(ada.text.toJSON());
});

test("an edit is committed before anybody else sees it and before its author is told", async () => {
  await using database = await freshDatabase();
  await using room = await openRoom(database.db);
  const ada = room.client(room.owner, { ours: true });
  const bob = room.client(room.guest("candidate"));
  await Promise.all([ada.synced(), bob.synced()]);
  await ada.until(() => ada.told.committed === 1);

  const lock = await database.pool.connect();
  await lock.query("begin; lock table document_update in exclusive mode");
  ada.text.insert(0, "hello");
  await waitsForLock(database.db);
  expect(bob.text.toJSON()).toBe("");
  expect(ada.told.committed).toBe(1);
  await lock.query("rollback");
  lock.release();

  await Promise.all([bob.reads("hello"), ada.until(() => ada.told.committed === 2)]);
  expect(await room.documents.text(room.roomId, "schema")).toEqual({ text: "hello", version: "1.1" });
});

test("an observer reads and cannot write", async () => {
  await using database = await freshDatabase();
  await using room = await openRoom(database.db);
  const ada = room.client(room.owner);
  const eve = room.client(room.guest("observer"), { ours: true });
  await Promise.all([ada.synced(), eve.synced()]);
  await eve.until(() => eve.told.room.at(-1)?.["reason"] === "role");

  eve.text.insert(0, "not mine to write");
  ada.text.insert(0, "hello");
  await eve.until(() => eve.text.toJSON().includes("hello"));
  expect(ada.text.toJSON()).toBe("hello");
  expect((await room.documents.freeze(room.roomId)).schema.text).toBe("hello");
  expect(eve.told.committed).toBe(0);
});

test("a character that a run's row cannot keep is marked in what is run, where it stood", async () => {
  await using database = await freshDatabase();
  await using room = await openRoom(database.db);
  const ada = room.client(room.owner, { ours: true });
  await ada.synced();
  ada.text.insert(0, "create table li\0nks ();");
  await ada.until(() => ada.told.committed === 2);
  const { schema } = await room.documents.freeze(room.roomId);
  expect(schema.text).toBe("create table li\uFFFDnks ();");
  const kept = await sql<{ text: string }>`select (${JSON.stringify(schema)}::jsonb) ->> 'text' as text`.execute(
    database.db,
  );
  expect(kept.rows[0]?.text).toBe(schema.text);
});

test("an ended room keeps its documents as they are, whatever is sent", async () => {
  await using database = await freshDatabase();
  await using room = await openRoom(database.db);
  const ada = room.client(room.owner, { ours: true });
  await ada.synced();
  ada.text.insert(0, "final");
  await ada.until(() => ada.told.committed === 2);
  const before = await room.documents.freeze(room.roomId);

  room.room.state = "ended";
  room.documents.accessChanged(room.roomId);
  await ada.until(() => ada.told.room.at(-1)?.["reason"] === "ended");
  for (let n = 0; n < 200; n++) ada.text.insert(0, "x");
  expect(await ada.closed).toBe(4403);
  expect(await room.documents.freeze(room.roomId)).toEqual(before);
});

test("a lock sends nobody away, and what was typed meanwhile arrives with the unlock", async () => {
  await using database = await freshDatabase();
  await using room = await openRoom(database.db);
  const ada = room.client(room.owner, { ours: true });
  await ada.synced();
  room.room.state = "locked";
  room.documents.accessChanged(room.roomId);
  await ada.until(() => ada.told.room.at(-1)?.["reason"] === "locked");
  ada.text.insert(0, "patient");

  room.room.state = "live";
  room.documents.accessChanged(room.roomId);
  await ada.until(() => ada.told.committed === 3);
  expect((await room.documents.freeze(room.roomId)).schema.text).toBe("patient");
});

test("whoever is removed is closed for good", async () => {
  await using database = await freshDatabase();
  await using room = await openRoom(database.db);
  const guest = room.guest("candidate");
  const bob = room.client(guest);
  await bob.synced();
  guest.role = null;
  room.documents.accessChanged(room.roomId, guest.id);
  expect(await bob.closed).toBe(4403);
});

test("edits made offline come back, and a newcomer reads the same merged text", async () => {
  await using database = await freshDatabase();
  await using room = await openRoom(database.db);
  const ada = room.client(room.owner);
  const bob = room.client(room.guest("candidate"));
  await Promise.all([ada.synced(), bob.synced()]);
  ada.text.insert(0, "one two three");
  await bob.reads("one two three");

  bob.provider.disconnect();
  bob.text.delete(4, 4);
  bob.text.insert(bob.text.length, " four");
  ada.text.insert(0, "zero ");
  bob.provider.connect();
  await Promise.all([ada.reads("zero one three four"), bob.reads("zero one three four")]);

  const newcomer = room.client(room.guest("observer"));
  await newcomer.reads("zero one three four");
  expect(newcomer.doc.store.pendingStructs).toBeNull();
});

test("a process that dies keeps all that it acknowledged", async () => {
  await using database = await freshDatabase();
  await using room = await openRoom(database.db);
  const ada = room.client(room.owner, { ours: true });
  await ada.synced();
  ada.text.insert(0, "kept");
  await ada.until(() => ada.told.committed === 2);
  room.restart();

  const bob = room.client(room.guest("candidate"));
  await bob.reads("kept");
  ada.text.insert(4, " and more");
  await bob.reads("kept and more");
});

test("compaction keeps the text and every earlier version", async () => {
  await using database = await freshDatabase();
  await using room = await openRoom(database.db);
  const ada = room.client(room.owner, { ours: true });
  await ada.synced();
  for (let n = 1; n <= 12; n++) {
    ada.text.insert(ada.text.length, `${n};`);
    if (n % 3 === 0) ada.text.delete(0, 1);
    const frames = 1 + n + Math.floor(n / 3);
    await ada.until(() => ada.told.committed === frames);
  }
  const text = ada.text.toJSON();
  const before = await room.documents.text(room.roomId, "schema", "1.2");
  ada.provider.destroy();
  await expect.poll(() => room.documents.open().documents).toBe(0);

  const snapshot = await database.db.selectFrom("document_snapshot").selectAll().executeTakeFirstOrThrow();
  const compacted = new Y.Doc();
  Y.applyUpdate(compacted, snapshot.bytes);
  expect(compacted.getText("content").toJSON()).toBe(text);
  expect(snapshot.text_bytes).toBe(text.length);
  expect((await room.documents.text(room.roomId, "schema"))?.text).toBe(text);
  expect(before?.text).toBe("1;2;");
  expect(await room.documents.text(room.roomId, "schema", "1.2")).toEqual(before);
  expect(await room.documents.text(room.roomId, "schema", "1.9999")).toBeNull();

  const bob = room.client(room.guest("candidate"));
  await bob.reads(text);
});

test("documents leave memory with their last socket and load again", async () => {
  await using database = await freshDatabase();
  await using room = await openRoom(database.db);
  const clients = Array.from({ length: 5 }, () => room.client(room.owner));
  await Promise.all(clients.map((client) => client.synced()));
  clients[0]?.text.insert(0, "still here");
  await Promise.all(clients.map((client) => client.reads("still here")));
  expect(room.documents.open()).toEqual({ sockets: 5, documents: 1 });

  for (const client of clients) client.provider.destroy();
  await expect.poll(() => room.documents.open()).toEqual({ sockets: 0, documents: 0 });
  await room.client(room.owner).reads("still here");
});

/** A backend waits for the lock that the test holds: the commit is under way. */
async function waitsForLock(db: Parameters<typeof openRoom>[0]): Promise<void> {
  const waiting = async (): Promise<number> => {
    const found =
      await sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(
        db,
      );
    return found.rows.length;
  };
  await expect.poll(waiting, { timeout: 10_000 }).toBeGreaterThan(0);
}
