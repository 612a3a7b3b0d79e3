import { expect, test } from "vitest";
import * as Y from "yjs";
import { mergeTree } from "../merge-tree.ts";
import { guard } from "./guard.ts";
import { newLedger } from "./ledger.ts";
import { skim } from "./skim.ts";

const limits = { updateBytes: 1e6, textBytes: 1e6, stateBytes: 1e7, updates: 1e6 };
const alphabet = ["a", "b", "\n", "ä", "語", "😀", "word ", "  "];

/** Numbers from a seed (mulberry32), so that a failure can be repeated. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const places = (update: Uint8Array): unknown => {
  const skimmed = skim(update);
  if (skimmed.outcome !== "sound") return null;
  return skimmed.update.blocks.map((block) => block.structs.map(({ origin, rightOrigin }) => [origin, rightOrigin]));
};
const namesTheSamePlaces = (a: Uint8Array, b: Uint8Array): boolean =>
  JSON.stringify(places(a)) === JSON.stringify(places(b));

/** One room: honest writers, one who damages what they send, and all that the guard let through. */
function room(seed: number, mayOffer: (damaged: Uint8Array, sent: Uint8Array) => boolean) {
  const below = numbersFrom(seed);
  const ledger = newLedger();
  const live = new Y.Doc();
  const accepted: Uint8Array[] = [];
  const writers = [1, 2, 3].map((n) => {
    const doc = new Y.Doc();
    doc.clientID = 100 + n + below(1_000) * 10;
    return { person: `p${n}`, doc };
  });

  const offer = (person: string, bytes: Uint8Array): string => {
    const verdict = guard(ledger, person, bytes, limits);
    if (verdict.outcome !== "accepted") return verdict.outcome;
    accepted.push(verdict.bytes);
    Y.applyUpdate(live, verdict.bytes);
    expect(live.store.pendingStructs).toBeNull();
    expect(live.store.pendingDs).toBeNull();
    return verdict.outcome;
  };

  const edit = (doc: Y.Doc): void => {
    const text = doc.getText("content");
    const at = below(text.length + 1);
    if (below(3) === 0 && text.length > at) text.delete(at, 1 + below(Math.min(4, text.length - at)));
    else text.insert(at, alphabet[below(alphabet.length)] ?? "");
  };

  const damaged = (update: Uint8Array): Uint8Array => {
    const copy = new Uint8Array(update);
    for (let n = 1 + below(3); n > 0; n--) copy[below(copy.length)] = below(4) === 0 ? below(256) : below(16);
    return below(8) === 0 ? copy.subarray(0, below(copy.length)) : copy;
  };

  const step = (): void => {
    const writer = writers[below(writers.length)];
    if (writer === undefined) return;
    const { doc, person } = writer;
    if (below(3) === 0) Y.applyUpdate(doc, Y.encodeStateAsUpdate(live));
    for (let n = below(3); n >= 0; n--) edit(doc);
    const news = Y.encodeStateAsUpdate(doc, below(4) === 0 ? undefined : Y.encodeStateVector(live));
    const broken = damaged(news);
    if (below(3) === 0 && mayOffer(broken, news)) offer(person, broken);
    // Damaged bytes that passed may have taken this writer's clocks: from then on it is a client that lies.
    const verdict = offer(person, news);
    if (verdict !== "accepted" && verdict !== "known") {
      writer.doc = new Y.Doc();
      writer.doc.clientID = 5_000 + below(1_000_000);
    }
  };
  return { live, accepted, step };
}

const seeds = Array.from({ length: 60 }, (_, n) => 1_000 + n);

const merged = (accepted: Uint8Array[]): Y.Doc => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, mergeTree(accepted));
  expect(doc.store.pendingStructs).toBeNull();
  expect(doc.store.pendingDs).toBeNull();
  return doc;
};

test.each(seeds)("whatever the guard accepts applies to live and to fresh documents (seed %i)", (seed) => {
  const { accepted, step } = room(seed, () => true);
  for (let n = 0; n < 120; n++) step();
  merged(accepted);
});

// A client that names impossible neighbours for its own letters may see them ordered by who got them first; Yjs has no
// cheaper check than keeping the whole list. Everything else that is accepted reads the same however it arrives.
test.each(seeds)("a newcomer reads the text that the others see (seed %i)", (seed) => {
  const { live, accepted, step } = room(seed, namesTheSamePlaces);
  for (let n = 0; n < 120; n++) step();
  expect(merged(accepted).getText("content").toJSON()).toBe(live.getText("content").toJSON());
});
