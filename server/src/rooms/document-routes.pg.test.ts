import { afterAll, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";
import { appendUpdates } from "../documents/append-updates.ts";
import { createDocumentStore } from "../documents/document-store.ts";
import { guest, join, openRoom } from "../test-client.ts";
import { startTestServer, type TestServer } from "../test-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server[Symbol.asyncDispose]());

test("members read a document at any version it had, and nobody one that it never had", async () => {
  const ada = await guest(server.origin, "Ada");
  const room = await openRoom(ada);
  const stored = await createDocumentStore(server.db).find(room.id, "schema");
  if (stored === null) throw new Error("a room has a schema");
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on("update", (bytes: Uint8Array) => updates.push(bytes));
  for (const line of ["one\n", "two\n"]) doc.getText("content").insert(doc.getText("content").length, line);
  const row = { documentId: stored.id, epoch: stored.epoch, author: ada.person.id, claims: [] };
  await appendUpdates(
    server.db,
    updates.map((bytes, n) => ({ ...row, seq: n + 1, bytes })),
  );

  const bob = await join(server.origin, room, "candidate", "Bob");
  const at = (query: string) => bob.ask("GET", `/api/rooms/${room.id}/documents/schema${query}`);
  expect((await at("")).body).toEqual({ text: "one\ntwo\n", version: "1.2" });
  expect((await at("?version=1.0")).body).toEqual({ text: "", version: "1.0" });
  expect((await at("?version=1.1")).body).toEqual({ text: "one\n", version: "1.1" });
  for (const never of ["1.3", "2.1"]) expect((await at(`?version=${never}`)).status).toBe(404);
  expect((await at("?version=now")).status).toBe(400);
  const eve = await guest(server.origin, "Eve");
  expect((await eve.ask("GET", `/api/rooms/${room.id}/documents/schema?version=1.1`)).status).toBe(404);
});
