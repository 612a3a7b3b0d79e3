import pg from "pg";
import type { DatabaseAddress } from "@proofroom/domain/infrastructure/component-message";
import { sending } from "./following.ts";
import { postgresError } from "./postgres-error.ts";
import type { Row } from "./scope.ts";

/** Where statements go: straight to the pool, or to the one connection of a transaction. */
export interface Session {
  query(text: string, values: unknown[]): Promise<Row[]>;
  isInTransaction: boolean;
}

export interface Database extends Session {
  /** Commits when the work says so, else undoes it all. */
  transaction<T>(work: (session: Session) => Promise<{ commit: boolean; result: T }>): Promise<T>;
  /** Makes all connections that there may be, as far as they can be made. */
  connectAll(): Promise<void>;
  /** Statements sent since the start. */
  statements(): number;
}

/** `standby` names the one that the address is of, unless it is the primary's. */
export function openDatabase(address: DatabaseAddress, connections: number, standby?: string): Database {
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
  pool.on("error", ignore);
  let statements = 0;
  const names = new Map<string, string>();
  const send = async (
    client: pg.PoolClient,
    text: string,
    values: unknown[],
    isInTransaction: boolean,
  ): Promise<Row[]> => {
    statements++;
    const name = names.get(text) ?? `s${names.size}`;
    if (names.size < 500) names.set(text, name);
    const { rows } = await sending({ text, values, isInTransaction, standby }, () =>
      client.query<Row>({ ...(names.has(text) ? { name } : {}), text, values }),
    );
    return rows;
  };
  /** Not the pool's own `query`: that closes the connection of every statement that is refused, and starts another. */
  const connected = async <T>(work: (client: pg.PoolClient) => Promise<T>, isSoundAfter: SoundAfter): Promise<T> => {
    const client = await pool.connect();
    // As for an idle one: it may break at any moment, also between two statements.
    client.on("error", ignore);
    let isSound = true;
    try {
      return await work(client);
    } catch (error) {
      isSound = await isSoundAfter(error, client);
      throw error;
    } finally {
      client.off("error", ignore);
      client.release(!isSound);
    }
  };
  return {
    isInTransaction: false,
    statements: () => statements,
    async connectAll() {
      const made = await Promise.allSettled(Array.from({ length: connections }, () => pool.connect()));
      for (const one of made) if (one.status === "fulfilled") one.value.release();
    },
    query: (text, values) => connected((client) => send(client, text, values, false), isRefusal),
    transaction: (work) =>
      connected(async (client) => {
        const control = (text: "begin" | "commit" | "rollback") =>
          sending({ text, isInTransaction: true, standby }, () => client.query(text));
        await control("begin");
        const query = (text: string, values: unknown[]) => send(client, text, values, true);
        const { commit, result } = await work({ isInTransaction: true, query });
        await control(commit ? "commit" : "rollback");
        return result;
      }, isUndone),
  };
}

type SoundAfter = (error: unknown, client: pg.PoolClient) => boolean | Promise<boolean>;

const ignore = (): void => {};

/** Whether only the statement failed: after an `ERROR` its session goes on, after anything graver it is over. */
const isRefusal = (error: unknown): boolean =>
  postgresError(error) !== null && error instanceof pg.DatabaseError && error.severity === "ERROR";

/** A transaction whose end is unknown is ended by giving up its connection. */
const isUndone: SoundAfter = (_error, client) =>
  sending({ text: "rollback", isInTransaction: true, standby: undefined }, () => client.query("rollback")).then(
    () => true,
    () => false,
  );

/** Of Postgres, which the driver has no names for. */
const timeRanges = [3908, 3910, 3912];

/** `["2030-01-01 20:00:00+00",)` → its ends in ISO 8601, null where there is none. */
function rangeOf(text: string): { lower: string | null; upper: string | null } {
  const [, lower, upper] = /^[[(]"?([^",]*)"?,"?([^",]*)"?[\])]$/.exec(text) ?? [];
  const moment = (end: string | undefined): string | null => {
    const at = new Date(end ?? "");
    return Number.isNaN(at.getTime()) ? null : at.toISOString();
  };
  return { lower: moment(lower), upper: moment(upper) };
}

/** `bigint` and `numeric` come as numbers where a number holds them exactly, a date as it was written, a range of time by its ends. */
function parsers(): pg.TypeOverrides {
  const types = new pg.TypeOverrides();
  const exact = (text: string): number | string => (text.replaceAll(/\D/g, "").length <= 15 ? Number(text) : text);
  types.setTypeParser(pg.types.builtins.INT8, exact);
  types.setTypeParser(pg.types.builtins.NUMERIC, (text: string) => (text === "NaN" ? text : exact(text)));
  types.setTypeParser(pg.types.builtins.DATE, (text: string) => text);
  for (const range of timeRanges) types.setTypeParser(range, rangeOf);
  return types;
}
