import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { Database } from "./schema.ts";

export interface OpenDatabase extends AsyncDisposable {
  db: Kysely<Database>;
  pool: pg.Pool;
}

/** Opens a pool of at most `connections`. An idle client's death (Postgres stopping) is told to `onError`, never thrown. */
export function openDatabase(url: string, connections: number, onError: (error: Error) => void): OpenDatabase {
  const pool = new pg.Pool({ connectionString: url, max: connections, connectionTimeoutMillis: 5_000 });
  pool.on("error", onError);
  // The pool speaks for idle clients only. One that dies between two queries of a transaction would end the process; the
  // next query on it rejects, which is all that anybody needs to know.
  pool.on("connect", (client) => client.on("error", () => {}));
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  return { db, pool, [Symbol.asyncDispose]: () => db.destroy() };
}
