import type { Compactor } from "./compactor.ts";
import type { DocumentStore } from "./document-store.ts";
import type { LoadedDocument } from "./load.ts";

/**
 * Replaces the committed state of a document by its compact form, in the database first. Merging alone would keep every
 * deleted letter. What is committed or accepted meanwhile stays beside it, and the sizes are corrected by what was found.
 */
export async function compactDocument(
  { stored, state, ledger }: LoadedDocument,
  { store, compactor }: { store: DocumentStore; compactor: Compactor },
): Promise<void> {
  if (state.tail.updates === 0) return;
  const { seq, updates } = state.parts();
  const before = { ...ledger.size };
  const { bytes, vector, text } = await compactor.compact(updates);
  const textBytes = Buffer.byteLength(text);
  await store.saveSnapshot(stored, { uptoSeq: seq, bytes, vector, textBytes });
  state.rebase(bytes, seq);
  // What was accepted and not yet committed when this began is in neither figure; the next compaction finds it.
  ledger.size.textBytes += textBytes - before.textBytes;
  ledger.size.stateBytes = bytes.length + state.tail.bytes;
}
