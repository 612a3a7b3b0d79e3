import type { Database } from "@proofroom/database/schema";
import { type Kysely, sql } from "kysely";
import type { LogRow } from "./document-store.ts";

const view = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/**
 * Commits updates of any number of documents in one statement, with the client ids that their authors show for the first
 * time. Safe to repeat when a connection was lost after the statement was sent. Answers the documents that are not ours to
 * write any more, because they are gone or because a row of the same number says something else: another process wrote it.
 */
export async function appendUpdates(db: Kysely<Database>, rows: LogRow[]): Promise<Set<string>> {
  const claims = rows.flatMap((row) => row.claims.map((client) => ({ ...row, client })));
  const documents = rows.map((row) => row.documentId);
  const [epochs, seqs] = [rows.map((row) => row.epoch), rows.map((row) => row.seq)];
  const bytes = rows.map((row) => view(row.bytes));
  const appended = await sql`
    with claimed as (
      insert into document_client (document_id, client_id, person_id)
      select c.* from unnest(
        ${claims.map((c) => c.documentId)}::uuid[], ${claims.map((c) => c.client)}::bigint[], ${claims.map((c) => c.author)}::uuid[]
      ) as c (document_id, client_id, person_id)
      join document d on d.id = c.document_id
      on conflict do nothing)
    insert into document_update (document_id, epoch, seq, author_id, bytes)
    select u.* from unnest(
      ${documents}::uuid[], ${epochs}::int[], ${seqs}::bigint[], ${rows.map((row) => row.author)}::uuid[], ${bytes}::bytea[]
    ) as u (document_id, epoch, seq, author_id, bytes)
    join document d on d.id = u.document_id and d.epoch = u.epoch
    on conflict do nothing`.execute(db);
  if (Number(appended.numAffectedRows ?? 0) === rows.length) return new Set();

  const lost = await sql<{ document_id: string }>`
    select distinct u.document_id from unnest(${documents}::uuid[], ${epochs}::int[], ${seqs}::bigint[], ${bytes}::bytea[])
      as u (document_id, epoch, seq, bytes)
    left join document_update kept using (document_id, epoch, seq)
    where kept.bytes is distinct from u.bytes`.execute(db);
  return new Set(lost.rows.map((row) => row.document_id));
}
