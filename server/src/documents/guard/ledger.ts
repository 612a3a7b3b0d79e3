import type { Vector } from "../vector.ts";
import { DeleteRanges } from "./delete-ranges.ts";
import type { Skimmed } from "./skim.ts";

/** What a document has accepted so far, committed or not: all that the guard needs to judge the next update. */
export interface Ledger {
  readonly clocks: Vector;
  readonly deleted: DeleteRanges;
  /** Client id → the person it belongs to, for good. */
  readonly owners: Map<number, string>;
  readonly size: Size;
}

/** Each is an upper bound that compaction corrects; `updates` is exact. */
interface Size {
  textBytes: number;
  stateBytes: number;
  updates: number;
}

export const newLedger = (owners: Iterable<[number, string]> = []): Ledger => ({
  clocks: new Map(),
  deleted: new DeleteRanges(),
  owners: new Map(owners),
  size: { textBytes: 0, stateBytes: 0, updates: 0 },
});

/** By how much a text grows at most: bytes written less units deleted, each of which was at least one byte. */
export function textGrowth(update: Skimmed): number {
  let growth = 0;
  const unwritten = new DeleteRanges();
  for (const { client, structs } of update.blocks) {
    for (const { textBytes, isDeleted, clock, length } of structs) {
      growth += textBytes;
      if (isDeleted) unwritten.add({ client, from: clock, to: clock + length });
    }
  }
  for (const range of update.deletes) {
    for (const { from, to } of unwritten.missing(range)) growth -= to - from;
  }
  return growth;
}

/** Enters what the guard let through; `deletes` must hold only what was not deleted before. */
export function enter(ledger: Ledger, update: Skimmed, bytes: number): void {
  for (const { client, to, structs } of update.blocks) {
    ledger.clocks.set(client, to);
    for (const { isDeleted, clock, length } of structs) {
      if (isDeleted) ledger.deleted.add({ client, from: clock, to: clock + length });
    }
  }
  ledger.deleted.addAll(update.deletes);
  ledger.size.textBytes += textGrowth(update);
  ledger.size.stateBytes += bytes;
}
