import type { Database } from "@proofroom/database/schema";
import { freshDatabase } from "@proofroom/migrations/test-database";
import { testRoom } from "@proofroom/migrations/test-room";
import type { Kysely } from "kysely";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { appendUpdates } from "./append-updates.ts";
import { compactDocument } from "./compaction.ts";
import { createCompactor } from "./compactor.ts";
import { createDocumentStore } from "./document-store.ts";
import { storedState } from "./history.ts";
import { loadDocument } from "./load.ts";
import { readText } from "./text.ts";

const round = 500;

/** A schema whose author types one letter after another, and takes many back, with a compaction after every 500 updates. */
async function typed(db: Kysely<Database>, { rounds }: { rounds: number }) {
  const store = createDocumentStore(db);
  const compactor = createCompactor();
  const { roomId, owner } = await testRoom(db);
  await store.create(db, roomId);
  const stored = await store.find(roomId, "schema");
  if (stored === null) throw new Error("a room has a schema");
  const doc = new Y.Doc();
  const text = doc.getText("content");
  const updates: Uint8Array[] = [];
  doc.on("update", (bytes: Uint8Array) => updates.push(bytes));
  const texts = [""];
  for (let n = 0; n < rounds; n++) {
    updates.length = 0;
    for (let m = 0; m < round; m++) {
      if (m % 3 === 2) text.delete(0, 1);
      else text.insert(text.length, String.fromCharCode(97 + (m % 26)));
      texts.push(text.toJSON());
    }
    const rows = updates.map((bytes, m) => ({
      documentId: stored.id,
      epoch: stored.epoch,
      seq: n * round + m + 1,
      author: owner.id,
      bytes,
      claims: [],
    }));
    await appendUpdates(db, rows);
    const loaded = await loadDocument(store, roomId, "schema");
    if (loaded !== null) await compactDocument(loaded, { store, compactor });
  }
  return {
    store,
    stored,
    texts,
    textAt: (version: string) => readText({ store, compactor }, roomId, "schema", version),
    [Symbol.asyncDispose]: () => compactor.close(),
  };
}

test("every version is read as it was, however often the document was compacted since", async () => {
  await using database = await freshDatabase();
  await using document = await typed(database.db, { rounds: 8 });
  for (const seq of [0, 1, 2, 3, 499, 500, 501, 1_234, 2_000, 3_999, 4_000]) {
    expect(await document.textAt(`1.${seq}`)).toEqual({ text: document.texts[seq], version: `1.${seq}` });
  }
});

test("a version that the document never had is none", async () => {
  await using database = await freshDatabase();
  await using document = await typed(database.db, { rounds: 1 });
  for (const version of ["1.501", "2.1", "0.1", "1.99999999999999999999"]) {
    expect(await document.textAt(version)).toBeNull();
  }
});

test("to read a version takes a bounded part of the log, and what that costs is no more than the log", async () => {
  await using database = await freshDatabase();
  await using document = await typed(database.db, { rounds: 24 });
  const { store, stored } = document;
  for (const seq of [700, 3_333, 6_001, 9_999, 11_999]) {
    expect((await storedState(store, stored, seq)).updates.length).toBeLessThan(3 * round);
  }
  const weigh = async (table: "document_keyframe" | "document_update"): Promise<number> => {
    const rows = await database.db.selectFrom(table).select("bytes").execute();
    return rows.reduce((sum, { bytes }) => sum + bytes.length, 0);
  };
  expect(await weigh("document_keyframe")).toBeLessThanOrEqual(await weigh("document_update"));
});
