import { type Kysely, sql } from "kysely";

/** Runs, the designs they froze, what they told, whose turn it is on a host, and what is deployed where until when. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // The texts by their hash: a workflow's history carries the hash, never a document.
  `create table run_design (
    hash text primary key,
    texts jsonb not null)`,

  `create table run (
    id uuid primary key,
    room_id uuid not null references room on delete cascade,
    number int not null,
    status text not null default 'pending',
    verdict text check (verdict in ('passed', 'failed', 'inconclusive')),
    target text not null,
    suites jsonb not null,
    versions jsonb not null,
    design_hash text not null references run_design,
    started_by uuid not null references person,
    last_seq bigint not null default 0,
    created_at timestamptz not null default now(),
    finished_at timestamptz,
    unique (room_id, number))`,
  // Two people press Run at once: one insert wins, the other answers with the winner's run.
  `create unique index run_unfinished on run (room_id) where finished_at is null`,

  `create table run_event (
    run_id uuid not null references run on delete cascade,
    seq bigint not null,
    event_id text not null,
    attempt int not null,
    type text not null,
    payload jsonb not null,
    at timestamptz not null default now(),
    primary key (run_id, seq),
    unique (run_id, event_id))`,

  // A row without taken_at stands in the host's line; one row a host may have it.
  `create table run_slot (
    run_id uuid primary key references run on delete cascade,
    host text not null,
    asked_at timestamptz not null default clock_timestamp(),
    taken_at timestamptz)`,
  `create unique index run_slot_taken on run_slot (host) where taken_at is not null`,

  // Written before anything is created, so that a crash in between leaves something to tear down.
  `create table deployment (
    id text primary key,
    run_id uuid not null references run on delete cascade,
    target text not null,
    host text not null,
    task_queue text not null,
    data jsonb,
    state text not null check (state in ('creating', 'living', 'gone')),
    expires_at timestamptz not null)`,
  `create index deployment_left on deployment (expires_at) where state <> 'gone'`,
];
