import type { DocumentName, DocumentVersion } from "@proofroom/domain/document/document";
import type { RoomId } from "@proofroom/domain/id";
import type { Compactor } from "./compactor.ts";
import type { DocumentStore, StoredDocument } from "./document-store.ts";

export interface VersionedText {
  text: string;
  version: DocumentVersion;
}

/**
 * The text of a document as committed, now or at an earlier version, rebuilt from the log alone: what the process has in
 * memory may be ahead of the database and is nobody's text yet. Null where there is no such document or version.
 */
export async function readText(
  { store, compactor }: { store: DocumentStore; compactor: Compactor },
  roomId: RoomId,
  name: DocumentName,
  version?: DocumentVersion,
): Promise<VersionedText | null> {
  const document = await store.find(roomId, name);
  if (document === null) return null;
  const upto = version === undefined ? await store.lastSeq(document) : await seqOf(store, document, version);
  if (upto === null) return null;

  const snapshot = await store.snapshot(document);
  const base = snapshot !== null && snapshot.uptoSeq <= upto ? snapshot : null;
  const updates = await store.updates(document, base?.uptoSeq ?? 0, upto);
  const parts = [...(base === null ? [] : [base.bytes]), ...updates.map(({ bytes }) => bytes)];
  const text = parts.length === 0 ? "" : (await compactor.compact(parts)).text;
  return { text, version: `${document.epoch}.${upto}` };
}

async function seqOf(store: DocumentStore, document: StoredDocument, version: DocumentVersion): Promise<number | null> {
  const [epoch, seq] = version.split(".").map(Number);
  if (epoch !== document.epoch || seq === undefined || !Number.isSafeInteger(seq)) return null;
  return seq <= (await store.lastSeq(document)) ? seq : null;
}
