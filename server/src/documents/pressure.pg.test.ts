import { freshDatabase } from "@proofroom/migrations/test-database";
import { sql } from "kysely";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { openRoom } from "./harness.ts";
import { updateFrame } from "./protocol.ts";

const rates = { updatesPerSecond: 1e6, updatesBurst: 1e6, bytesPerSecond: 1e9, bytesBurst: 1e9 };
const limits = { updateBytes: 1e6, textBytes: 1e8, stateBytes: 1e8, updates: 1e6 };

test("while a full disk takes no edits and enough of them wait, whoever comes anew is not read either", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  await using room = await openRoom(db, { rates, limits });
  await sql`create function refuse() returns trigger language plpgsql as
    $$ begin raise exception using errcode = '53100', message = 'the disk is full'; end $$`.execute(db);
  await sql`create trigger full_disk before insert on document_update execute function refuse()`.execute(db);

  await room.client(room.owner).synced(); // from here on nobody has to wait for the document to load
  const { ws } = await room.raw(room.owner);
  const doc = new Y.Doc();
  doc.on("update", (update: Uint8Array) => ws.send(updateFrame(update)));
  for (let n = 0; n < 10; n++) doc.getText("content").insert(0, "x".repeat(900_000));
  await expect.poll(() => room.unread(), { timeout: 20_000 }).toBe(2);

  await room.raw(room.guest("candidate"));
  expect(room.unread()).toBe(3);

  await sql`drop trigger full_disk on document_update`.execute(db);
  await expect.poll(() => room.unread(), { timeout: 20_000 }).toBe(0);
});
