import { type Postgres, type PostgresOptions, startPostgres } from "./start.ts";

export interface Restartable extends Postgres {
  /** Starts the same data again on the same port, after Postgres has died. */
  restart(): Promise<Postgres>;
}

/** Starts Postgres on any free port, which stays its own. */
export async function startRestartable(options: Omit<PostgresOptions, "port">): Promise<Restartable> {
  const postgres = await startPostgres(options);
  return { ...postgres, restart: () => startPostgres({ ...options, port: postgres.port }) };
}
