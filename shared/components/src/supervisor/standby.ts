import type { StandbyAddress } from "@proofroom/domain/infrastructure/component-message";
import type { ComponentStatus, Unsettled } from "@proofroom/domain/infrastructure/control";
import { type RunServer, standbyFolder } from "@proofroom/postgres/run-server";
import { startRunStandby } from "@proofroom/postgres/run-standby";
import { keepPostgres, postgresLog } from "./keep-postgres.ts";
import type { LogBook } from "./log-book.ts";

export interface Standby {
  /** As it is drawn. */
  id: string;
  address: StandbyAddress;
  status(): ComponentStatus;
  /** Once it has all that the primary has written so far, it falls back by its delay. */
  follow(): Promise<void>;
  /** Waits until it shows what was written so far, its delay included; null once it does. One that is down is not waited for. */
  settle(): Promise<Unsettled | null>;
  stop(): Promise<void>;
}

interface StandbyOptions {
  id: string;
  component: string;
  /** The primary's; its own lies beside it. */
  dataDir: string;
  cacheDir: string;
  connections: number;
  /** How much later than the primary it shows what was committed. */
  delayMillis: number;
  book: LogBook;
  record: (pid: number) => void;
}

/** A test that would have to wait longer goes on, and sees what lags. */
const settleMillis = 5_000;

/** A standby of the deployment's Postgres server, started again on its data whenever it dies. */
export async function superviseStandby(primary: Promise<RunServer>, options: StandbyOptions): Promise<Standby> {
  const { id, component, cacheDir, connections, delayMillis, book, record } = options;
  const onLog = postgresLog(component, book);
  const name = `standby_${component.toLowerCase().replaceAll(/[^a-z\d]/g, "_")}`.slice(0, 60);
  const dataDir = standbyFolder(options.dataDir, name);
  const standby = await startRunStandby(primary, { name, dataDir, cacheDir, connections: connections + 1, onLog });
  const kept = keepPostgres(standby, onLog, record);
  const { role } = await primary;
  return {
    id,
    address: { component, host: "127.0.0.1", port: standby.port, ...role },
    status: () => ({ component, kind: "replicadb", pid: kept.pid(), restarts: kept.restarts() }),
    async follow() {
      if (!(await standby.catchUp(15_000))) throw new Error(`${component} does not follow its database; see its log`);
      if (delayMillis > 0) await standby.delay(delayMillis);
    },
    async settle() {
      const hasAll = await standby.catchUp(settleMillis).catch(() => true);
      const reason = `${component} does not show after ${settleMillis / 1_000} s what was written before`;
      return hasAll ? null : { component, reason, isDesigns: delayMillis >= settleMillis };
    },
    stop: () => kept.stop(),
  };
}
