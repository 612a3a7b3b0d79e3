import type { DocumentName } from "@proofroom/domain/document/document";
import type { Generated } from "kysely";

interface DocumentTable {
  id: string;
  room_id: string;
  name: DocumentName;
  /** Changes when a document is replaced as a whole; updates of different epochs never meet. */
  epoch: Generated<number>;
}

/** `bigint` is read as a string and may be written as a number. */
interface DocumentUpdateTable {
  document_id: string;
  epoch: number;
  seq: bigint | number | string;
  author_id: string;
  bytes: Uint8Array;
  at: Generated<Date>;
}

interface DocumentSnapshotTable {
  document_id: string;
  epoch: number;
  upto_seq: bigint | number | string;
  bytes: Uint8Array;
  state_vector: Uint8Array;
  /** Of the text alone, in UTF-8. */
  text_bytes: number;
}

interface DocumentKeyframeTable {
  document_id: string;
  epoch: number;
  seq: bigint | number | string;
  bytes: Uint8Array;
}

interface DocumentClientTable {
  document_id: string;
  client_id: bigint | number | string;
  person_id: string;
}

/** The tables of documents (migrations 0002 and 0005). */
export interface DocumentTables {
  document: DocumentTable;
  document_update: DocumentUpdateTable;
  document_snapshot: DocumentSnapshotTable;
  document_keyframe: DocumentKeyframeTable;
  document_client: DocumentClientTable;
}
