import { type Kysely, sql } from "kysely";

/** People, their sessions, rooms, who is in them, the links that let them in, and what a room keeps in order. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** Events of one stream: `seq` is gapless per room because `append-event` counts it under the room's row lock. */
const events = (table: string): string => `
  create table ${table} (
    room_id uuid not null references room on delete cascade,
    seq bigint not null,
    event_id text not null,
    attempt int not null,
    type text not null,
    payload jsonb not null,
    at timestamptz not null default now(),
    primary key (room_id, seq),
    unique (room_id, event_id))`;

const statements = [
  `create table person (
    id uuid primary key,
    name text not null,
    created_at timestamptz not null default now())`,

  // Only the hash: whoever reads this table can sign in as nobody.
  `create table session (
    token_hash text primary key,
    person_id uuid not null references person on delete cascade,
    expires_at timestamptz not null,
    absolute_expires_at timestamptz,
    created_at timestamptz not null default now())`,
  `create index session_person on session (person_id)`,
  `create index session_expiry on session (expires_at)`,

  `create table room (
    id uuid primary key,
    problem text not null,
    mode text not null check (mode in ('live', 'assessment', 'practice')),
    interviewer text not null check (interviewer in ('off', 'advisor', 'interviewer', 'assistant')),
    state text not null check (state in ('lobby', 'live', 'locked', 'ended')),
    owner_id uuid not null references person,
    last_seq bigint not null default 0,
    last_staff_seq bigint not null default 0,
    created_at timestamptz not null default now(),
    ended_at timestamptz)`,

  // The name is kept per room: two people called Alex are told apart there, and nowhere else renamed.
  `create table member (
    room_id uuid not null references room on delete cascade,
    person_id uuid not null references person,
    role text not null check (role in ('owner', 'interviewer', 'candidate', 'observer')),
    name text not null,
    hue int not null check (hue between 1 and 8),
    joined_at timestamptz not null default now(),
    removed_at timestamptz,
    primary key (room_id, person_id))`,
  `create index member_person on member (person_id)`,

  `create table invite (
    id uuid primary key,
    room_id uuid not null references room on delete cascade,
    token_hash text not null unique,
    role text not null check (role in ('interviewer', 'candidate', 'observer')),
    created_by uuid not null references person,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    used_by uuid references person,
    used_at timestamptz,
    revoked_at timestamptz)`,
  `create index invite_room on invite (room_id)`,

  events("room_event"),
  events("staff_event"),
];
