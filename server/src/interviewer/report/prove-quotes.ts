import { createDocumentStore } from "../../documents/document-store.ts";
import type { Database } from "@proofroom/database/schema";
import { DocumentName } from "@proofroom/domain/document/document";
import type { RoomId } from "@proofroom/domain/id";
import { lineOfQuote, type ProvenQuote } from "@proofroom/domain/interview/report/report-proof";
import type { Kysely } from "kysely";
import * as Y from "yjs";

const rowsAtOnce = 500;

/**
 * Those of the quotes that stood, verbatim, in the document at their version, with the line where they did. One document's
 * log is played once from its beginning, however many versions are asked about, and a page of it at a time.
 */
export async function proveQuotes(
  db: Kysely<Database>,
  roomId: RoomId,
  wanted: readonly ProvenQuote[],
): Promise<ProvenQuote[]> {
  const proven: ProvenQuote[] = [];
  for (const name of DocumentName.options) {
    const mine = wanted.filter(({ document }) => document === name);
    if (mine.length > 0) proven.push(...(await proveIn(db, roomId, name, mine)));
  }
  return proven;
}

async function proveIn(
  db: Kysely<Database>,
  roomId: RoomId,
  name: DocumentName,
  wanted: readonly ProvenQuote[],
): Promise<ProvenQuote[]> {
  const store = createDocumentStore(db);
  const document = await store.find(roomId, name);
  if (document === null) return [];
  const bySeq = Map.groupBy(
    wanted.filter(({ version }) => version.startsWith(`${document.epoch}.`)),
    ({ version }) => Number(version.split(".")[1]),
  );
  const last = Math.max(...bySeq.keys());
  const doc = new Y.Doc();
  const content = doc.getText("content");
  const found = (seq: number): ProvenQuote[] => {
    const quotes = bySeq.get(seq) ?? [];
    const text = quotes.length === 0 ? "" : content.toJSON();
    return quotes.flatMap((one) => {
      const line = lineOfQuote(text, one.quote, one.line);
      return line === null ? [] : [{ ...one, line }];
    });
  };
  const proven: ProvenQuote[] = [];
  for (let at = 0; at < last;) {
    const rows = await store.updates(document, at, Math.min(at + rowsAtOnce, last));
    if (rows.length === 0) break;
    for (const { seq, bytes } of rows) {
      Y.applyUpdate(doc, bytes);
      proven.push(...found(seq));
      at = seq;
    }
  }
  doc.destroy();
  return proven;
}
