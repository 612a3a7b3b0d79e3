import type { DatabaseAddress } from "@proofroom/domain/infrastructure/component-message";
import type { BulkInsert, BulkInserted } from "@proofroom/domain/infrastructure/control";
import pg from "pg";

/** From so many rows on it pays to build a table's indexes when they are there: half a million are there in two thirds of the time. */
const indexesAfter = 20_000;

/** Fills tables as the design's own role, all of it or nothing; whatever its schema refuses is told, not forced. */
export async function bulkInsert(address: DatabaseAddress, inserts: BulkInsert[]): Promise<BulkInserted> {
  const began = performance.now();
  const client = new pg.Client({ ...address, connectionTimeoutMillis: 2_000, query_timeout: 120_000 });
  client.on("error", () => {});
  await client.connect();
  let table = "";
  try {
    await client.query("begin");
    await client.query("set local maintenance_work_mem = '64MB'; set local statement_timeout = '100s'");
    // A foreign key that waits for the end would keep its table from being changed until then.
    await client.query("set constraints all immediate");
    for (const insert of inserts) {
      table = insert.table;
      const later = insert.rows < indexesAfter ? [] : await indexesOf(client, table);
      for (const { drop } of later) await client.query(drop);
      await client.query(insert.sql);
      for (const { create } of later) await client.query(create);
    }
    await client.query("commit");
    for (const name of new Set(inserts.map((insert) => insert.table))) await client.query(`analyze ${quoted(name)}`);
    return { outcome: "inserted", millis: Math.round(performance.now() - began) };
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    return { outcome: "refused", table, reason: error.message, isCheck: error.code === "23514" };
  } finally {
    // What was not committed is undone with its session.
    await client.end();
  }
}

const quoted = (table: string): string => table.split(".").map(pg.escapeIdentifier).join(".");

interface Index {
  drop: string;
  create: string;
}

/** Those that can be dropped and made again as they were: not the primary key's, nor one that another table refers to. */
async function indexesOf(client: pg.Client, table: string): Promise<Index[]> {
  const { rows } = await client.query<{ drop: string; create: string }>(
    `select case when c.oid is null then format('drop index %s', i.indexrelid::regclass)
                 else format('alter table %s drop constraint %I', i.indrelid::regclass, c.conname) end as drop,
            case when c.oid is null then pg_get_indexdef(i.indexrelid)
                 else format('alter table %s add constraint %I %s', i.indrelid::regclass, c.conname,
                             pg_get_constraintdef(c.oid)) end as create
       from pg_index i left join pg_constraint c on c.conindid = i.indexrelid and c.contype in ('u', 'x')
      where i.indrelid = $1::regclass and not i.indisprimary
        and not exists (select from pg_constraint f where f.conindid = i.indexrelid and f.contype = 'f')`,
    [quoted(table)],
  );
  return rows;
}
