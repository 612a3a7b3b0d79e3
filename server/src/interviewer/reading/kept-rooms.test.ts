import { expect, test } from "vitest";
import * as Y from "yjs";
import { KeptDocument } from "./kept-document.ts";
import { KeptRooms } from "./kept-rooms.ts";

function documentOf(bytes: number): KeptDocument {
  const doc = new Y.Doc();
  doc.getText("content").insert(0, "x".repeat(bytes));
  return new KeptDocument({ epoch: 1, seq: 1, updates: [Y.encodeStateAsUpdate(doc)] }, null);
}

test("what was read longest ago goes first when there is too much, and never what is being read", () => {
  const rooms = new KeptRooms({ bytes: 2_500, rooms: 10 });
  for (const room of ["a", "b"]) {
    rooms.enter(room).replace("schema", documentOf(1_000));
    rooms.trim(room);
  }
  rooms.enter("a");
  rooms.enter("c").replace("schema", documentOf(1_000));
  rooms.trim("c");
  expect(rooms.enter("b").get("schema")).toBeUndefined();
  expect(rooms.enter("a").get("schema")).toBeDefined();

  rooms.enter("huge").replace("api", documentOf(9_000));
  rooms.trim("huge");
  expect(rooms.size).toBe(1);
  expect(rooms.enter("huge").get("api")).toBeDefined();
});
