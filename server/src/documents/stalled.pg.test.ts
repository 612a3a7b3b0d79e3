import { freshDatabase } from "@proofroom/migrations/test-database";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { expect, test } from "vitest";
import type { RawData } from "ws";
import { readSyncMessage } from "y-protocols/sync";
import * as Y from "yjs";
import { openRoom } from "./harness.ts";
import { step1Frame } from "./protocol.ts";

const roomy = { updateBytes: 1e6, textBytes: 1e9, stateBytes: 1e9, updates: 1e6 };
const fast = {
  updatesPerSecond: 1e6,
  updatesBurst: 1e6,
  bytesPerSecond: 1e9,
  bytesBurst: 1e9,
};

test("a reader that stalls costs a bounded amount of memory, delays nobody, and gets the whole when it reads again", async () => {
  await using database = await freshDatabase();
  await using room = await openRoom(database.db, { limits: roomy, rates: fast });
  const ada = room.client(room.owner, { ours: true });
  const bob = room.client(room.guest("candidate"));
  await Promise.all([ada.synced(), bob.synced()]);
  const { ws } = await room.raw(room.guest("observer"));
  const copy = new Y.Doc();
  ws.send(step1Frame(Y.encodeStateVector(copy)));
  await new Promise((resolve) => ws.once("message", resolve));
  ws.pause();

  let most = 0;
  for (let n = 0; n < 60; n++) {
    ada.doc.transact(() => {
      ada.text.delete(0, ada.text.length);
      ada.text.insert(0, `${n} ${"x".repeat(250_000)}`);
    });
    await bob.until(() => bob.text.toJSON().startsWith(`${n} `));
    most = Math.max(most, ...room.bufferedBytes());
  }
  expect(most).toBeGreaterThan(1024 * 1024);
  expect(most).toBeLessThan(2 * 1024 * 1024);

  const caughtUp = new Promise<void>((resolve) => {
    ws.on("message", (data: RawData) => {
      const decoder = decoding.createDecoder(Buffer.isBuffer(data) ? new Uint8Array(data) : new Uint8Array());
      if (decoding.readVarUint(decoder) === 0) readSyncMessage(decoder, encoding.createEncoder(), copy, null);
      if (copy.getText("content").toJSON() === ada.text.toJSON()) resolve();
    });
  });
  ws.resume();
  await caughtUp;
});

test("a document that another process has written is read anew, and nothing that was typed is lost", async () => {
  await using database = await freshDatabase();
  await using room = await openRoom(database.db);
  const ada = room.client(room.owner, { ours: true });
  await ada.synced();
  ada.text.insert(0, "mine");
  await ada.until(() => ada.told.committed === 2);

  const other = new Y.Doc();
  other.getText("content").insert(0, "theirs ");
  const { document_id } = await database.db.selectFrom("document_update").selectAll().executeTakeFirstOrThrow();
  const bytes = Buffer.from(Y.encodeStateAsUpdate(other));
  const row = { document_id, epoch: 1, seq: 2, author_id: room.owner.id, bytes };
  await database.db.insertInto("document_update").values(row).execute();

  ada.text.insert(4, " too");
  await ada.until(() => ada.text.toJSON().includes("theirs"));
  await ada.until(() => ada.told.committed === 1); // a new socket counts anew
  const kept = (await room.documents.freeze(room.roomId)).schema.text;
  expect(kept).toBe(ada.text.toJSON());
  expect(kept).toContain("mine too");
});
