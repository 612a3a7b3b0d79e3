import { randomUUID } from "node:crypto";
import type { Database } from "@proofroom/database/schema";
import { DocumentName } from "@proofroom/domain/document/document";
import type { RoomId } from "@proofroom/domain/id";
import { type Kysely, sql } from "kysely";

/** One committed update: everything that one author sent between two commits. */
export interface LogRow {
  documentId: string;
  epoch: number;
  seq: number;
  author: string;
  bytes: Uint8Array;
  /** Client ids that the author shows for the first time. */
  claims: number[];
}

export interface Snapshot {
  uptoSeq: number;
  bytes: Uint8Array;
  vector: Uint8Array;
  textBytes: number;
}

export interface StoredUpdate {
  seq: number;
  bytes: Uint8Array;
}

export interface StoredDocument {
  id: string;
  epoch: number;
}

/** Between two keyframes there are at least so many updates. */
const keyframeUpdates = 500;

export type DocumentStore = ReturnType<typeof createDocumentStore>;

/** Reads what the database has of documents. */
export function createDocumentStore(db: Kysely<Database>) {
  return {
    async create(trx: Kysely<Database>, roomId: RoomId): Promise<void> {
      const rows = DocumentName.options.map((name) => ({ id: randomUUID(), room_id: roomId, name, epoch: 1 }));
      await trx.insertInto("document").values(rows).execute();
    },

    async find(roomId: RoomId, name: DocumentName): Promise<StoredDocument | null> {
      const found = db
        .selectFrom("document")
        .select(["id", "epoch"])
        .where("room_id", "=", roomId)
        .where("name", "=", name);
      return (await found.executeTakeFirst()) ?? null;
    },

    async snapshot({ id, epoch }: StoredDocument): Promise<Snapshot | null> {
      const row = await db
        .selectFrom("document_snapshot")
        .selectAll()
        .where("document_id", "=", id)
        .where("epoch", "=", epoch)
        .executeTakeFirst();
      if (row === undefined) return null;
      return { uptoSeq: Number(row.upto_seq), bytes: row.bytes, vector: row.state_vector, textBytes: row.text_bytes };
    },

    /** The nearest state at or before a version that is stored whole; null where only the log leads there. */
    async base({ id, epoch }: StoredDocument, upto = Number.MAX_SAFE_INTEGER): Promise<StoredUpdate | null> {
      const found = await sql<{ seq: string; bytes: Uint8Array }>`
        (select upto_seq as seq, bytes from document_snapshot
          where document_id = ${id} and epoch = ${epoch} and upto_seq <= ${upto})
        union all
        (select seq, bytes from document_keyframe
          where document_id = ${id} and epoch = ${epoch} and seq <= ${upto} order by seq desc limit 1)
        order by seq desc limit 1`.execute(db);
      const [row] = found.rows;
      return row === undefined ? null : { seq: Number(row.seq), bytes: row.bytes };
    },

    /** The updates after one version and up to another, in order. */
    async updates({ id, epoch }: StoredDocument, after: number, upto?: number): Promise<StoredUpdate[]> {
      let query = db
        .selectFrom("document_update")
        .select(["seq", "bytes"])
        .where("document_id", "=", id)
        .where("epoch", "=", epoch)
        .where("seq", ">", after)
        .orderBy("seq");
      if (upto !== undefined) query = query.where("seq", "<=", upto);
      return (await query.execute()).map((row) => ({ seq: Number(row.seq), bytes: row.bytes }));
    },

    async lastSeq({ id, epoch }: StoredDocument): Promise<number> {
      const row = await db
        .selectFrom("document_update")
        .select((e) => e.fn.max("seq").as("last"))
        .where("document_id", "=", id)
        .where("epoch", "=", epoch)
        .executeTakeFirst();
      return Number(row?.last ?? 0);
    },

    async owners({ id }: StoredDocument): Promise<[client: number, person: string][]> {
      const rows = await db.selectFrom("document_client").selectAll().where("document_id", "=", id).execute();
      return rows.map((row) => [Number(row.client_id), row.person_id]);
    },

    /**
     * A snapshot only ever moves forward; the log beneath it stays. It is kept for good as a keyframe once the log since the
     * last one weighs as much as it does: so all keyframes together weigh no more than the log, and to read any version
     * takes one of them and at most about as much of the log again.
     */
    async saveSnapshot({ id, epoch }: StoredDocument, { uptoSeq, bytes, vector, textBytes }: Snapshot): Promise<void> {
      const whole = Buffer.from(bytes);
      await sql`
        with keyframe as (
          insert into document_keyframe (document_id, epoch, seq, bytes)
          select ${id}, ${epoch}, ${uptoSeq}, ${whole}
          from (
            select count(*) as updates, coalesce(sum(octet_length(bytes)), 0) as bytes from document_update
            where document_id = ${id} and epoch = ${epoch} and seq <= ${uptoSeq} and seq > coalesce(
              (select max(seq) from document_keyframe where document_id = ${id} and epoch = ${epoch}), 0)
          ) as since
          where since.updates >= ${keyframeUpdates} and since.bytes >= ${whole.length}
          on conflict do nothing)
        insert into document_snapshot as kept (document_id, epoch, upto_seq, bytes, state_vector, text_bytes)
        values (${id}, ${epoch}, ${uptoSeq}, ${whole}, ${Buffer.from(vector)}, ${textBytes})
        on conflict (document_id, epoch) do update
        set upto_seq = excluded.upto_seq, bytes = excluded.bytes, state_vector = excluded.state_vector, text_bytes = excluded.text_bytes
        where kept.upto_seq < excluded.upto_seq`.execute(db);
    },
  };
}
