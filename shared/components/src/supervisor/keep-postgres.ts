import { setTimeout as pause } from "node:timers/promises";
import type { Restartable } from "@proofroom/postgres/restartable";
import type { LogBook } from "./log-book.ts";

export interface KeptPostgres {
  pid(): number | null;
  /** How often it was started again after it had died. */
  restarts(): number;
  stop(): Promise<void>;
}

/** Starts a Postgres server again on its data whenever it dies. */
export function keepPostgres(
  server: Restartable,
  onLog: (line: string) => void,
  record: (pid: number) => void,
): KeptPostgres {
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
    pid: () => current?.pid ?? null,
    restarts: () => restarts,
    async stop() {
      isStopping = true;
      await current?.stop();
      await kept;
    },
  };
}

/** What a server says, in the run's log. */
export const postgresLog =
  (component: string, book: LogBook) =>
  (line: string): void =>
    book.write(component, /^(ERROR|FATAL|PANIC|WARNING)/.test(line) ? "stderr" : "stdout", line);
