import type { DocumentName, DocumentVersion } from "@proofroom/domain/document/document";
import type { RoomId } from "@proofroom/domain/id";
import type { Compactor } from "./compactor.ts";
import type { DocumentStore } from "./document-store.ts";
import { seqOf, storedState } from "./history.ts";

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
  const upto = version === undefined ? undefined : await seqOf(store, document, version);
  if (upto === null) return null;
  const { epoch, seq, updates } = await storedState(store, document, upto);
  const text = updates.length === 0 ? "" : (await compactor.compact(updates)).text;
  return { text, version: `${epoch}.${seq}` };
}
