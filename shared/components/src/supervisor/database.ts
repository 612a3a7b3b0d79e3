import type { Finding } from "@proofroom/domain/design/finding";
import type { Blueprint } from "@proofroom/domain/infrastructure/blueprint";
import type { DatabaseAddress } from "@proofroom/domain/infrastructure/component-message";
import type { ComponentStatus, InsertedRow, InsertRow } from "@proofroom/domain/infrastructure/control";
import type { Pool } from "@proofroom/domain/infrastructure/plan-pools";
import { type RunServer, startRunPostgres } from "@proofroom/postgres/run-server";
import pg from "pg";
import { applyDdl } from "./ddl.ts";
import { insertRow } from "./insert-row.ts";
import { keepPostgres, postgresLog } from "./keep-postgres.ts";
import type { LogBook } from "./log-book.ts";

export interface RunDatabase {
  address: DatabaseAddress;
  /** For a standby to follow. */
  server: RunServer;
  status(): ComponentStatus;
  apply(ddl: Blueprint["ddl"]): Promise<Finding | null>;
  /** Of a table whose rows may be free, how many are not; null when there is no such table. */
  rowCount(table: string, free?: Pool["free"]): Promise<number | null>;
  insertRow(row: InsertRow): Promise<InsertedRow>;
  stop(): Promise<void>;
}

interface RunDatabaseOptions {
  component: string;
  dataDir: string;
  cacheDir: string;
  connections: number;
  book: LogBook;
  record: (pid: number) => void;
}

/** The deployment's own Postgres server, started again on its data whenever it dies. */
export async function superviseDatabase(options: RunDatabaseOptions): Promise<RunDatabase> {
  const { component, dataDir, cacheDir, book, record } = options;
  const onLog = postgresLog(component, book);
  // One more session applies the DDL and counts rows.
  const server = await startRunPostgres({ dataDir, cacheDir, connections: options.connections + 1, onLog });
  const address = { host: "127.0.0.1", port: server.port, ...server.role };
  const kept = keepPostgres(server, onLog, record);
  return {
    address,
    server,
    status: () => ({ component, kind: "database", pid: kept.pid(), restarts: kept.restarts() }),
    apply: (ddl) => applyDdl(server, ddl),
    rowCount: (table, free) => rowCount(address, table, free),
    insertRow: (row) => insertRow(address, row),
    stop: () => kept.stop(),
  };
}

async function rowCount(address: DatabaseAddress, table: string, free: Pool["free"] = []): Promise<number | null> {
  const client = new pg.Client({ ...address, connectionTimeoutMillis: 2_000, query_timeout: 10_000 });
  client.on("error", () => {});
  await client.connect();
  try {
    const name = table.split(".").map(pg.escapeIdentifier).join(".");
    const asked = free.map(({ name: own }, n) => `${pg.escapeIdentifier(own)}::text is not distinct from $${n + 1}`);
    const taken = asked.length === 0 ? "" : ` where not (${asked.join(" and ")})`;
    const { rows } = await client.query<{ count: number }>(
      `select count(*)::int as count from ${name}${taken}`,
      free.map(({ value }) => (value === null ? null : String(value))),
    );
    return rows[0]?.count ?? null;
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === "42P01") return null;
    throw error;
  } finally {
    await client.end();
  }
}
