import { expect, test } from "vitest";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { remoteCursors, safeName } from "./cursors.ts";

function open() {
  const doc = new Y.Doc();
  const text = doc.getText("content");
  text.insert(0, "create table links ();");
  const awareness = new Awareness(doc);
  const place = (offset: number) => Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, offset));
  const arrive = (client: number, state: Record<string, unknown>) => awareness.states.set(client, state);
  return { text, awareness, place, arrive, [Symbol.dispose]: () => awareness.destroy() };
}

test("a name ends in a stylesheet, so nothing of it can end the string it stands in", () => {
  expect(safeName('Zoë "}body{display:none}')).toBe("Zoë bodydisplaynone");
  expect(safeName("a\\22 }\n*{}")).toBe("a22");
  expect(safeName("<>")).toBe("Guest");
  expect(safeName({ toString: () => "x" })).toBe("Guest");
  expect(safeName("x".repeat(500))).toHaveLength(40);
});

test("another person's caret is where they left it, in their own hue", () => {
  using room = open();
  room.arrive(7, { user: { name: "Ada", hue: 3 }, selection: { anchor: room.place(7), head: room.place(12) } });
  expect(remoteCursors(room.awareness, room.text)).toEqual([{ client: 7, name: "Ada", hue: 3, anchor: 7, head: 12 }]);
});

test("a made-up state is not drawn and throws nothing", () => {
  using room = open();
  const user = { name: "Mallory", hue: "red" };
  for (const selection of [null, 1, "x", {}, { anchor: 1, head: 2 }, { anchor: { type: "a" }, head: { item: "b" } }])
    room.arrive(9, { user, selection });
  room.arrive(10, { user, selection: { anchor: room.place(0), head: room.place(0) } });
  expect(remoteCursors(room.awareness, room.text)).toEqual([
    { client: 10, name: "Mallory", hue: 1, anchor: 0, head: 0 },
  ]);
});
