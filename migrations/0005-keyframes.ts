import { type Kysely, sql } from "kysely";

/** Whole states along a document's log, so that the text at any version is read from the nearest and not from the start. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `create table document_keyframe (
        document_id uuid not null references document on delete cascade,
        epoch int not null,
        seq bigint not null,
        bytes bytea not null,
        primary key (document_id, epoch, seq))`,
    )
    .execute(db);
}
