import pg from "pg";
import type { DatabaseAddress } from "@proofroom/domain/infrastructure/component-message";
import type { Row } from "./scope.ts";

/** Where statements go: straight to the pool, or to the one connection of a transaction. */
export interface Session {
  query(text: string, values: unknown[]): Promise<Row[]>;
  isInTransaction: boolean;
}

export interface Database extends Session {
  /** Commits when the work says so, else undoes it all. */
  transaction<T>(work: (session: Session) => Promise<{ commit: boolean; result: T }>): Promise<T>;
  /** Statements sent since the start. */
  statements(): number;
}

export function openDatabase(address: DatabaseAddress, connections: number): Database {
  const pool = new pg.Pool({
    ...address,
    max: connections,
    // Both make a stalled database visible as an error, and soon.
    connectionTimeoutMillis: 1_500,
    query_timeout: 3_000,
    statement_timeout: 3_000,
    types: parsers(),
  });
  // An idle connection dies with the database; without a listener the process would die too.
  pool.on("error", () => {});
  let statements = 0;
  const names = new Map<string, string>();
  const session = (client: Pick<pg.Pool, "query">, isInTransaction: boolean): Session => ({
    isInTransaction,
    async query(text, values) {
      statements++;
      const name = names.get(text) ?? `s${names.size}`;
      if (names.size < 500) names.set(text, name);
      const { rows } = await client.query<Row>({ ...(names.has(text) ? { name } : {}), text, values });
      return rows;
    },
  });
  return {
    ...session(pool, false),
    statements: () => statements,
    async transaction(work) {
      const client = await pool.connect();
      // A transaction whose end is unknown is ended by giving up its connection.
      let isSound = false;
      try {
        await client.query("begin");
        const { commit, result } = await work(session(client, true));
        await client.query(commit ? "commit" : "rollback");
        isSound = true;
        return result;
      } catch (error) {
        isSound = await client.query("rollback").then(
          () => true,
          () => false,
        );
        throw error;
      } finally {
        client.release(!isSound);
      }
    },
  };
}

/** `bigint` and `numeric` come as numbers where a number holds them exactly, a date as it was written. */
function parsers(): pg.TypeOverrides {
  const types = new pg.TypeOverrides();
  const exact = (text: string): number | string => (text.replaceAll(/\D/g, "").length <= 15 ? Number(text) : text);
  types.setTypeParser(pg.types.builtins.INT8, exact);
  types.setTypeParser(pg.types.builtins.NUMERIC, (text: string) => (text === "NaN" ? text : exact(text)));
  types.setTypeParser(pg.types.builtins.DATE, (text: string) => text);
  return types;
}
