import { type Kysely, sql } from "kysely";
import type { Database } from "./schema.ts";

export interface NewEvent {
  /** What makes it this fact and no other: the same id again stores nothing. */
  eventId: string;
  /** Which try of an activity told it; 1 where nothing is retried. */
  attempt?: number;
  type: string;
  /** The fact without its `type`. */
  payload: object;
}

const streams = {
  run_event: { owner: "run", key: "run_id", counter: "last_seq", channel: "run", seq: "seq" },
  room_event: { owner: "room", key: "room_id", counter: "last_seq", channel: "room", seq: "seq" },
  staff_event: { owner: "room", key: "room_id", counter: "last_staff_seq", channel: "room", seq: "staffSeq" },
  interview_note: { owner: "room", key: "room_id", counter: "last_note_seq", channel: "note", seq: "seq" },
} as const;

export type EventTable = keyof typeof streams;

/**
 * Appends events to one stream and answers its last `seq`. Facts already stored are skipped, so a retry repeats nothing.
 *
 * The row lock makes commit order equal `seq` order: no gaps, and a reader's cursor never skips. It is a statement of its
 * own because the second one's snapshot must be taken after the wait; folded together, two writers of the same fact
 * collide on the unique key. Listeners are told `{run|room|note, seq|staffSeq}` on commit, never the data itself.
 */
export function appendEvents(
  db: Kysely<Database>,
  { table, owner, events }: { table: EventTable; owner: string; events: NewEvent[] },
): Promise<{ lastSeq: number }> {
  const stream = streams[table];
  const [home, key, counter] = [sql.table(stream.owner), sql.ref(stream.key), sql.ref(stream.counter)];
  const append = async (trx: Kysely<Database>): Promise<{ lastSeq: number }> => {
    const locked = await sql<{ last: string }>`
      select ${counter} as last from ${home} where id = ${owner} for no key update`.execute(trx);
    const before = locked.rows[0];
    if (before === undefined) throw new Error(`no ${stream.owner} ${owner} to append events to`);
    const appended = await sql<{ last: string }>`
      with offered as (
        select distinct on (event_id) * from unnest(
          ${events.map((event) => event.eventId)}::text[], ${events.map((event) => event.attempt ?? 1)}::int[],
          ${events.map((event) => event.type)}::text[], ${events.map((event) => JSON.stringify(event.payload))}::jsonb[]
        ) with ordinality as o(event_id, attempt, type, payload, n) order by event_id, n),
      fresh as (
        select o.*, row_number() over (order by o.n) as k from offered o
        where not exists (select from ${sql.table(table)} e where e.${key} = ${owner} and e.event_id = o.event_id)),
      stored as (
        insert into ${sql.table(table)} (${key}, seq, event_id, attempt, type, payload)
        select ${owner}::uuid, r.${counter} + f.k, f.event_id, f.attempt, f.type, f.payload
        from fresh f, ${home} r where r.id = ${owner}
        returning seq)
      update ${home} set ${counter} = (select max(seq) from stored)
      where id = ${owner} and exists (select from stored)
      returning ${counter} as last,
        pg_notify(${stream.channel}::text, json_build_object(${stream.channel}::text, ${owner}::text, ${stream.seq}::text, ${counter})::text)`.execute(
      trx,
    );
    return { lastSeq: Number((appended.rows[0] ?? before).last) };
  };
  return db.isTransaction ? append(db) : db.transaction().execute(append);
}
