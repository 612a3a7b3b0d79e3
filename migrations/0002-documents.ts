import { type Kysely, sql } from "kysely";

/** The three documents of a room, the log of their committed updates, the newest snapshot, and whose each client id is. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table document (
    id uuid primary key,
    room_id uuid not null references room on delete cascade,
    name text not null check (name in ('schema', 'api', 'design')),
    epoch int not null default 1,
    unique (room_id, name))`,

  // Authors are not checked against person: one row that the database refuses would hold up the commit of every room.
  `create table document_update (
    document_id uuid not null references document on delete cascade,
    epoch int not null,
    seq bigint not null,
    author_id uuid not null,
    bytes bytea not null,
    at timestamptz not null default now(),
    primary key (document_id, epoch, seq))`,

  `create table document_snapshot (
    document_id uuid not null references document on delete cascade,
    epoch int not null,
    upto_seq bigint not null,
    bytes bytea not null,
    state_vector bytea not null,
    text_bytes int not null,
    primary key (document_id, epoch))`,

  `create table document_client (
    document_id uuid not null references document on delete cascade,
    client_id bigint not null,
    person_id uuid not null,
    primary key (document_id, client_id))`,
];
