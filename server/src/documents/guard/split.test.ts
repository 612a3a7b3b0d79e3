import { expect, test } from "vitest";
import * as Y from "yjs";
import { splitUpdate } from "./split.ts";

test("an update cut in parts makes the same document, each part within its size", () => {
  const [ada, bob] = [new Y.Doc(), new Y.Doc()];
  for (let n = 0; n < 2_000; n++) {
    const doc = n % 2 === 0 ? ada : bob;
    const text = doc.getText("content");
    text.insert((n * 7919) % (text.length + 1), `${n} `);
    if (n % 5 === 0) text.delete(0, 2);
    if (n % 50 === 0) Y.applyUpdate(doc === ada ? bob : ada, Y.encodeStateAsUpdate(doc));
  }
  Y.applyUpdate(ada, Y.encodeStateAsUpdate(bob));
  const whole = Y.encodeStateAsUpdate(ada);
  const parts = splitUpdate(whole, 4_000);

  expect(parts.length).toBeGreaterThan(3);
  for (const part of parts.slice(0, -1)) expect(part.length).toBeLessThan(4_200);
  const copy = new Y.Doc();
  for (const part of parts) Y.applyUpdate(copy, part);
  expect(copy.store.pendingStructs).toBeNull();
  expect(Y.encodeStateAsUpdate(copy)).toEqual(whole);
});

test("a small update is sent as it is", () => {
  const doc = new Y.Doc();
  doc.getText("content").insert(0, "hello");
  const update = Y.encodeStateAsUpdate(doc);
  expect(splitUpdate(update, 1_000)).toEqual([update]);
});
