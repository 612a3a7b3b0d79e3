import type { DocumentStore, StoredDocument } from "./document-store.ts";

/** A document as the database had it at one version, in pieces that only together make the state. */
export interface StoredState {
  epoch: number;
  seq: number;
  updates: Uint8Array[];
}

/** The state at `upto`, which must be committed, or the last one committed; each piece has a buffer of its own. */
export async function storedState(store: DocumentStore, document: StoredDocument, upto?: number): Promise<StoredState> {
  const base = await store.base(document, upto);
  const rows = await store.updates(document, base?.seq ?? 0, upto);
  const pieces = [...(base === null ? [] : [base.bytes]), ...rows.map(({ bytes }) => bytes)];
  return {
    epoch: document.epoch,
    seq: rows.at(-1)?.seq ?? base?.seq ?? 0,
    // What the driver hands out are views of whole packets, and each would be copied whole into another thread.
    updates: pieces.map((bytes) => new Uint8Array(bytes)),
  };
}

/** The number of a version of this document; null where the document never had it. */
export async function seqOf(store: DocumentStore, document: StoredDocument, version: string): Promise<number | null> {
  const [epoch, seq] = version.split(".").map(Number);
  if (epoch !== document.epoch || seq === undefined || !Number.isSafeInteger(seq)) return null;
  return seq <= (await store.lastSeq(document)) ? seq : null;
}
