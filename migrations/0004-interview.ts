import { type Kysely, sql } from "kysely";

/** What the interviewer notes, says at what cost, and reports; and messages that are held back until staff release them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table room add column last_note_seq bigint not null default 0`,

  // Beside the run's events, which everybody in the room hears: candidates of an interview see the cause, not this.
  `alter table run add column next_step text`,
  // Of the failure: the same one is explained once.
  `alter table run add column failure_print text`,
  `create index run_failure on run (failure_print) where failure_print is not null`,

  // The interviewer's own book beside the room's events: nobody in the room reads it.
  `create table interview_note (
    room_id uuid not null references room on delete cascade,
    seq bigint not null,
    event_id text not null,
    attempt int not null,
    type text not null,
    payload jsonb not null,
    at timestamptz not null default now(),
    primary key (room_id, seq),
    unique (room_id, event_id))`,

  // Every request to a model. The text goes after 30 days, its hash and figures stay.
  `create table ai_turn (
    id uuid primary key,
    room_id uuid not null references room on delete cascade,
    person_id uuid references person,
    role text not null check (role in ('live', 'evaluation', 'review', 'explain', 'moderation', 'summary')),
    prompt_hash text not null,
    prompt_version text not null,
    model text not null,
    effort text,
    request_id text,
    usage jsonb not null,
    cost_usd numeric(12, 6) not null,
    latency_millis int not null,
    stop_reason text,
    doc_versions jsonb,
    tool_calls jsonb,
    text text,
    interrupted boolean not null default false,
    leak_blocked boolean not null default false,
    error text,
    at timestamptz not null default now())`,
  `create index ai_turn_room on ai_turn (room_id, at)`,
  `create index ai_turn_person on ai_turn (person_id, at)`,

  // What a request may cost at most is taken from the budgets before it is sent, and what it did cost settles it.
  `create table ai_reservation (
    id uuid primary key,
    room_id uuid not null references room on delete cascade,
    person_id uuid references person,
    role text not null,
    usd numeric(12, 6) not null,
    expires_at timestamptz not null,
    at timestamptz not null default now())`,
  `create index ai_reservation_room on ai_reservation (room_id)`,

  `create table report (
    room_id uuid primary key references room on delete cascade,
    status text not null check (status in ('writing', 'ready', 'failed')),
    attempt int not null default 1,
    step text,
    done int not null default 0,
    of int not null default 0,
    reason text,
    voice text not null,
    body jsonb,
    started_at timestamptz not null default now(),
    finished_at timestamptz)`,

  // What a step of the report answered: a step that is tried again after a crash finds it and pays nothing twice.
  `create table report_step (
    room_id uuid not null references room on delete cascade,
    attempt int not null,
    step text not null,
    output jsonb not null,
    primary key (room_id, attempt, step))`,

  `create table self_mark (
    room_id uuid not null references room on delete cascade,
    item text not null,
    level int not null check (level between 1 and 4),
    at timestamptz not null default now(),
    primary key (room_id, item))`,

  `create table held_message (
    id uuid primary key,
    room_id uuid not null references room on delete cascade,
    person_id uuid not null references person,
    message_id text not null,
    channel text not null check (channel in ('room', 'staff')),
    text text not null,
    reason text not null,
    at timestamptz not null default now(),
    decided_by uuid references person,
    decision text check (decision in ('released', 'refused')),
    decided_at timestamptz,
    unique (room_id, message_id))`,
];
