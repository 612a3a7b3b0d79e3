import { documentLimits } from "@proofroom/domain/document/document";
import { freshDatabase } from "@proofroom/migrations/test-database";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { openRoom } from "./harness.ts";

const before = "create table links ();";
const tooLong = "p".repeat(documentLimits.textBytes + 1_000);
const longWord = "語".repeat(documentLimits.textBytes / 3 + 500);

function replaceAll(text: Y.Text, by: string): void {
  text.doc?.transact(() => {
    text.delete(0, text.length);
    text.insert(0, by);
  });
}

/** Ada has pasted more than the document holds; her undo manager keeps whatever she takes back, as an editor's does. */
async function refused(paste: string) {
  const database = await freshDatabase();
  const room = await openRoom(database.db);
  const ada = room.client(room.owner, { ours: true });
  const bob = room.client(room.guest("candidate"), { ours: true });
  await Promise.all([ada.synced(), bob.synced()]);
  ada.text.insert(0, before);
  await bob.reads(before);
  const undo = new Y.UndoManager(ada.text, { captureTimeout: 0 });
  ada.text.insert(before.length, paste);
  await ada.until(() => ada.told.room.at(-1)?.["reason"] === "full");
  return {
    ada,
    bob,
    undo,
    /** Both read it, it is in the database, Ada is told that nothing is full any more, and each of her edits is told committed. */
    async isRead(expected: string): Promise<void> {
      await Promise.all([
        ada.reads(expected),
        bob.reads(expected),
        ada.until(() => ada.told.room.at(-1)?.["readOnly"] === false),
      ]);
      expect((await room.documents.text(room.roomId, "schema"))?.text).toBe(expected);
      const frames = ada.told.committed;
      ada.text.insert(ada.text.length, "!");
      await Promise.all([bob.reads(`${expected}!`), ada.until(() => ada.told.committed === frames + 1)]);
    },
    async [Symbol.asyncDispose]() {
      await room[Symbol.asyncDispose]();
      await database[Symbol.asyncDispose]();
    },
  };
}

const pastes = [
  ["a paste", tooLong],
  ["a paste of letters of three bytes", longWord],
] as const;
const small = "create table clicks ();";
const large = "q".repeat(190_000);

test.each(pastes)("%s that did not fit can be undone", async (_name, paste) => {
  await using scene = await refused(paste);
  scene.undo.undo();
  await scene.isRead(before);
});

test.each(pastes)("%s that did not fit can be replaced by what fits, small or large", async (_name, paste) => {
  await using scene = await refused(paste);
  replaceAll(scene.ada.text, small);
  await scene.isRead(small);
  scene.undo.clear();
  replaceAll(scene.ada.text, large);
  await scene.isRead(large);
});

test("what is typed beside a paste that did not fit comes with its removal, at the first try or a later one", async () => {
  await using scene = await refused(tooLong);
  const { ada, bob } = scene;
  ada.text.insert(0, "-- mine\n");
  ada.text.delete(ada.text.length - 500, 500); // not enough yet
  bob.text.insert(0, "-- his\n");
  await ada.until(() => ada.text.toJSON().includes("-- his\n"));
  ada.text.delete(ada.text.length - tooLong.length + 500, tooLong.length - 500);
  const own = ada.text.toJSON();
  expect(own).toContain("-- mine\n");
  await scene.isRead(own);
});

test("a refused paste that is undone, redone and undone leaves nothing stuck", async () => {
  await using scene = await refused(tooLong);
  scene.undo.undo();
  await scene.ada.until(() => scene.ada.told.room.at(-1)?.["readOnly"] === false);
  scene.undo.redo();
  await scene.ada.until(() => scene.ada.told.room.at(-1)?.["reason"] === "full");
  scene.undo.undo();
  await scene.isRead(before);
});

test("text that others remove letter by letter makes room for what did not fit", async () => {
  await using database = await freshDatabase();
  const limits = { ...documentLimits, textBytes: 100 };
  await using room = await openRoom(database.db, { limits });
  const ada = room.client(room.owner, { ours: true });
  const bob = room.client(room.guest("candidate"), { ours: true });
  await Promise.all([ada.synced(), bob.synced()]);
  ada.text.insert(0, "a".repeat(95));
  await bob.reads("a".repeat(95));
  bob.text.insert(95, "b".repeat(10));
  await bob.until(() => bob.told.room.at(-1)?.["reason"] === "full");
  for (let n = 0; n < 5; n++) ada.text.delete(0, 1);
  const both = "a".repeat(90) + "b".repeat(10);
  await Promise.all([ada.reads(both), bob.until(() => bob.told.room.at(-1)?.["readOnly"] === false)]);
});
