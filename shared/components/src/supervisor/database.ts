import { setTimeout as pause } from "node:timers/promises";
import type { Finding } from "@proofroom/domain/design/finding";
import type { Blueprint } from "@proofroom/domain/infrastructure/blueprint";
import type { DatabaseAddress } from "@proofroom/domain/infrastructure/component-message";
import type { ComponentStatus } from "@proofroom/domain/infrastructure/control";
import { startRunPostgres } from "@proofroom/postgres/run-server";
import pg from "pg";
import { applyDdl } from "./ddl.ts";
import type { LogBook } from "./log-book.ts";

export interface RunDatabase {
  address: DatabaseAddress;
  status(): ComponentStatus;
  apply(ddl: Blueprint["ddl"]): Promise<Finding | null>;
  /** Null when there is no such table. */
  rowCount(table: string): Promise<number | null>;
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
  const onLog = (line: string) =>
    book.write(component, /^(ERROR|FATAL|PANIC|WARNING)/.test(line) ? "stderr" : "stdout", line);
  // One more session applies the DDL and counts rows.
  const server = await startRunPostgres({ dataDir, cacheDir, connections: options.connections + 1, onLog });
  const address = { host: "127.0.0.1", port: server.port, ...server.role };
  record(server.pid);
  let isStopping = false;
  let restarts = 0;
  let current: { pid: number; stop(): Promise<void> } | null = server;

  async function keep(exited: Promise<string>): Promise<void> {
    const reason = await exited;
    current = null;
    if (isStopping) return;
    onLog(`WARNING:  Postgres ended (${reason}) and is started again`);
    restarts++;
    try {
      const again = await server.restart();
      record(again.pid);
      current = again;
      if (isStopping) return await again.stop();
      return await keep(again.exited);
    } catch (error) {
      onLog(`FATAL:  ${error instanceof Error ? error.message : String(error)}`);
      await pause(1_000);
      return keep(Promise.resolve("it did not start"));
    }
  }
  const kept = keep(server.exited);

  return {
    address,
    status: () => ({ component, kind: "database", pid: current?.pid ?? null, restarts }),
    apply: (ddl) => applyDdl(server, ddl),
    rowCount: (table) => rowCount(address, table),
    async stop() {
      isStopping = true;
      await current?.stop();
      await kept;
    },
  };
}

async function rowCount(address: DatabaseAddress, table: string): Promise<number | null> {
  const client = new pg.Client({ ...address, connectionTimeoutMillis: 2_000, query_timeout: 10_000 });
  client.on("error", () => {});
  await client.connect();
  try {
    const name = table.split(".").map(pg.escapeIdentifier).join(".");
    const { rows } = await client.query<{ count: number }>(`select count(*)::int as count from ${name}`);
    return rows[0]?.count ?? null;
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === "42P01") return null;
    throw error;
  } finally {
    await client.end();
  }
}
