import { freshDatabase } from "../../../migrations/test-database.ts";
import { openRoom } from "../../../server/src/documents/harness.ts";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { accessOf } from "./document-frames.ts";
import { isSettled, newSave, type SaveFacts, saveState } from "./document-save.ts";
import { advanceSave, type SaveEvent } from "./document-save-event.ts";
import { createDocumentSocket } from "./document-socket.ts";

type Room = Awaited<ReturnType<typeof openRoom>>;

/** A person at a document, with what is known of the way of each edit. */
function sit(room: Room, person: ReturnType<Room["guest"]>) {
  const doc = new Y.Doc();
  const waiting = new Set<() => void>();
  let facts: SaveFacts = newSave;
  const tell = (event: SaveEvent) => {
    facts = advanceSave(facts, event);
    for (const look of waiting) look();
  };
  doc.on("update", (_bytes: Uint8Array, origin: unknown) => {
    if (origin !== socket) tell({ type: "edited", at: 0 });
  });
  const { origin } = new URL(room.url);
  const socket = createDocumentSocket(origin, room.roomId, "schema", doc, {
    opened: () => tell({ type: "opened" }),
    sent: (whole) => tell({ type: "sent", at: 0, whole }),
    synced: () => tell({ type: "synced" }),
    committed: (frames) => tell({ type: "committed", frames }),
    room: (frame) => tell({ type: "room", access: accessOf(frame), databaseAway: frame.storage === "away" }),
    lost: () => tell({ type: "lost", at: 0, retryAt: null }),
    closed: () => tell({ type: "closed", why: "access" }),
  });
  socket.params = { person: person.id };
  socket.connect();
  return {
    text: doc.getText("content"),
    pill: () => saveState(facts, 10_000).pill,
    /** Resolves as soon as the facts are as told. */
    until: (holds: (facts: SaveFacts) => boolean) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (!holds(facts)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    [Symbol.dispose]: () => socket.destroy(),
  };
}

test("an edit is settled only once the room would answer for it", async () => {
  await using database = await freshDatabase();
  await using room = await openRoom(database.db);
  using ada = sit(room, room.owner);
  await ada.until(isSettled);
  ada.text.insert(0, "create table links ();");
  expect(ada.pill()).not.toBe("saved");
  await ada.until(isSettled);
  expect((await room.documents.text(room.roomId, "schema"))?.text).toBe("create table links ();");
});

test("what is typed while the room is away reaches it with the next socket, and is not Saved before", async () => {
  await using database = await freshDatabase();
  await using room = await openRoom(database.db);
  using ada = sit(room, room.owner);
  await ada.until(isSettled);
  room.restart();
  await ada.until((facts) => !facts.connected);
  ada.text.insert(0, "-- typed alone\n");
  expect(ada.pill()).not.toBe("saved");
  await ada.until(isSettled);
  expect((await room.documents.text(room.roomId, "schema"))?.text).toBe("-- typed alone\n");
});

test("a paste that is too long is never Saved, and everything is once it is undone", async () => {
  await using database = await freshDatabase();
  await using room = await openRoom(database.db);
  using ada = sit(room, room.owner);
  await ada.until(isSettled);
  const undo = new Y.UndoManager(ada.text, { captureTimeout: 0 });
  ada.text.insert(0, "p".repeat(300_000));
  ada.text.insert(0, "x");
  expect(ada.pill()).toBe("saving");
  undo.undo();
  undo.undo();
  ada.text.insert(0, "typed on");
  await ada.until(isSettled);
  expect(ada.pill()).toBe("saved");
  expect((await room.documents.text(room.roomId, "schema"))?.text).toBe("typed on");
});

test("an observer is told that they only view, and the end of the room is told to all", async () => {
  await using database = await freshDatabase();
  await using room = await openRoom(database.db);
  using ada = sit(room, room.owner);
  using olga = sit(room, room.guest("observer"));
  await olga.until(({ access }) => access === "view");
  await ada.until(isSettled);
  room.room.state = "ended";
  room.documents.accessChanged(room.roomId);
  await Promise.all([ada, olga].map((person) => person.until(({ access }) => access === "ended")));
  expect([ada.pill(), olga.pill()]).toEqual(["ended", "ended"]);
});
