import type { TestResult } from "../judge/result.ts";
import type { Fact } from "./design-facts.ts";
import type { FactName } from "./facts.ts";
import type { Item } from "./item.ts";
import type { Coverage, Evidence } from "./note.ts";
import type { Place } from "./place.ts";
import type { Reading } from "./reading.ts";
import type { ItemId } from "./speech.ts";

/** All that may count towards an item. */
export interface Seen {
  /** What people said; `item` is that of the question which it answers. */
  messages: readonly { seq: number; text: string; at: number; item: ItemId | null }[];
  reading: Reading | null;
  facts: ReadonlyMap<FactName, Fact>;
  /** Oldest first; of each test the newest result counts. */
  runs: readonly { runId: string; results: readonly TestResult[] }[];
  /** Lines that a person pointed at in answer to a question about the item. */
  points: readonly { item: ItemId; place: Place; at: number }[];
}

/** How far an item is covered, and by what. */
export function coverageOf(_item: Item, _seen: Seen): { state: Coverage; evidence: Evidence[] } {
  return { state: "unseen", evidence: [] };
}
