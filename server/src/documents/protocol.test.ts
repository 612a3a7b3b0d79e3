import { expect, test } from "vitest";
import * as Y from "yjs";
import { guard } from "./guard/guard.ts";
import { newLedger } from "./guard/ledger.ts";
import { readFrame, step1Frame, step2Frame, updateFrame } from "./protocol.ts";
import { encodeVector, readVector } from "./vector.ts";

test("the frames of the protocol are read as they are written", () => {
  const payload = new Uint8Array([1, 2, 3]);
  expect(readFrame(step1Frame(payload))).toEqual({ type: "step1", vector: payload });
  expect(readFrame(step2Frame(payload))).toEqual({ type: "step2", update: payload });
  expect(readFrame(updateFrame(payload))).toEqual({ type: "update", update: payload });
  expect(readFrame(new Uint8Array([3]))).toEqual({ type: "query" });
});

test("a frame is never read past its end, even within a larger buffer", () => {
  const slab = new Uint8Array(100);
  slab.set([0, 2, 50], 10);
  expect(readFrame(slab.subarray(10, 20))).toBeNull();
});

test("a state vector is read as Yjs writes it", () => {
  const doc = new Y.Doc();
  doc.getText("content").insert(0, "hello");
  const vector = Y.encodeStateVector(doc);
  expect(readVector(vector)).toEqual(new Map([[doc.clientID, 5]]));
  expect(encodeVector(readVector(vector) ?? new Map())).toEqual(vector);
});

test("a hundred thousand frames of noise are answered without a throw", () => {
  const doc = new Y.Doc();
  doc.clientID = 7;
  for (let n = 0; n < 20; n++) doc.getText("content").insert(n, "abc ");
  doc.getText("content").delete(3, 9);
  const sound = updateFrame(Y.encodeStateAsUpdate(doc));
  const limits = { updateBytes: 1e6, textBytes: 1e6, stateBytes: 1e6, updates: 1e6 };
  let state = 20_261;
  const below = (most: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % most;
  };

  let understood = 0;
  for (let n = 0; n < 100_000; n++) {
    const frame = below(2) === 0 ? new Uint8Array(sound) : new Uint8Array(below(40)).map(() => below(256));
    for (let changes = below(4); changes > 0 && frame.length > 0; changes--) frame[below(frame.length)] = below(256);
    const read = readFrame(frame);
    if (read === null) continue;
    understood++;
    if (read.type === "step1") readVector(read.vector);
    if (read.type === "step2" || read.type === "update") guard(newLedger(), "ada", read.update, limits);
  }
  expect(understood).toBeGreaterThan(1_000);
});
