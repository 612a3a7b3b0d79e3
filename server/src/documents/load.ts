import type { DocumentName } from "@proofroom/domain/document/document";
import type { RoomId } from "@proofroom/domain/id";
import type { DocumentStore, StoredDocument } from "./document-store.ts";
import { enter, type Ledger, newLedger } from "./guard/ledger.ts";
import { skim } from "./guard/skim.ts";
import { mergeTree } from "./merge-tree.ts";
import { MergedState } from "./merged-state.ts";

export interface LoadedDocument {
  stored: StoredDocument;
  state: MergedState;
  ledger: Ledger;
}

/** Reads a document from the database; null if there is none, and a throw if it cannot be read, so that nothing is stored over it. */
export async function loadDocument(
  store: DocumentStore,
  roomId: RoomId,
  name: DocumentName,
): Promise<LoadedDocument | null> {
  const stored = await store.find(roomId, name);
  if (stored === null) return null;
  const snapshot = await store.snapshot(stored);
  const updates = await store.updates(stored, snapshot?.uptoSeq ?? 0);
  const ledger = newLedger(await store.owners(stored));

  const state = new MergedState(snapshot?.bytes ?? mergeTree([]), snapshot?.uptoSeq ?? 0, new Map());
  if (snapshot !== null) enterStored(ledger, snapshot.bytes);
  for (const update of updates) {
    enterStored(ledger, update.bytes);
    state.append(update, []);
  }
  for (const [client, clock] of ledger.clocks) state.vector.set(client, clock);
  ledger.size.updates = state.seq;
  return { stored, state, ledger };
}

function enterStored(ledger: Ledger, bytes: Uint8Array): void {
  const skimmed = skim(bytes);
  if (skimmed.outcome !== "sound") throw new Error(`a stored update is unsound: ${skimmed.reason}`);
  enter(ledger, skimmed.update, bytes.length);
}
