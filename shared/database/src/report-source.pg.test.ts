import { freshDatabase } from "@proofroom/migrations/test-database";
import { testRoom } from "@proofroom/migrations/test-room";
import { expect, test } from "vitest";
import { appendEvents } from "./append-event.ts";
import { readNotes } from "./report-source.ts";

test("a room whose book holds notes of a kind that is no longer written can still be read", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const { roomId } = await testRoom(db);
  const events = [
    { eventId: "1", type: "assumption", payload: { seq: 4, text: "how many users?" } },
    { eventId: "2", type: "presence", payload: { people: 2 } },
  ];
  await appendEvents(db, { table: "interview_note", owner: roomId, events });
  expect(await readNotes(db, roomId)).toMatchObject([{ type: "presence", people: 2 }]);
});
