import * as encoding from "lib0/encoding";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { guard } from "./guard.ts";
import { newLedger } from "./ledger.ts";

const limits = { updateBytes: 2e6, textBytes: 1e6, stateBytes: 1e7, updates: 1e6 };
const length = 100_000;

/** A room with one long text of client 7. */
function room() {
  const doc = new Y.Doc();
  doc.clientID = 7;
  doc.getText("content").insert(0, "x".repeat(length));
  const ledger = newLedger();
  const update = Y.encodeStateAsUpdate(doc);
  expect(guard(ledger, "ada", update, limits).outcome).toBe("accepted");
  return { ledger, update };
}

const deletes = (ranges: [from: number, count: number][]): Uint8Array =>
  encoding.encode((encoder) => {
    for (const value of [0, 1, 7, ranges.length, ...ranges.flat()]) encoding.writeVarUint(encoder, value);
  });

const millisOf = (work: () => void): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

const everyOther = (first: number): [number, number][] =>
  Array.from({ length: length / 2 }, (_, n) => [first + 2 * n, 1]);

// A quadratic guard would be slower by thousands of times, an honest one by a small multiple of its bytes.
test.each([
  ["single letters from the end to the start", [deletes(everyOther(0).reverse())]],
  ["the letters between those that are gone", [deletes(everyOther(0)), deletes(everyOther(1).toReversed())]],
  ["everything, again and again", [deletes(everyOther(0)), deletes(Array.from({ length: 50_000 }, () => [0, length]))]],
])("deleting %s costs about as much as reading it", (_name, updates) => {
  const { ledger, update } = room();
  const usual = millisOf(() => {
    for (let n = 0; n < 20; n++) guard(newLedger(), "ada", update, limits);
  });
  const spent = millisOf(() => {
    for (const hostile of updates) expect(guard(ledger, "bob", hostile, limits).outcome).toBe("accepted");
  });
  expect(spent / usual).toBeLessThan(100);
});
