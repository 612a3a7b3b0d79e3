import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Blueprint } from "@proofroom/domain/infrastructure/blueprint";
import type { RepeatDraw } from "@proofroom/domain/infrastructure/control";
import { type Pool, poolsOf } from "@proofroom/domain/infrastructure/plan-pools";
import type {
  BootLine,
  BootOutcome,
  BulkInsert,
  BulkInserted,
  Counters,
  InsertedRow,
  InsertRow,
  LogLine,
  SupervisorStatus,
  Unsettled,
} from "@proofroom/domain/infrastructure/control";
import type { Trace } from "@proofroom/domain/judge/trace";
import { removeAllRunData } from "@proofroom/postgres/run-server";
import { boot, type Running } from "./boot.ts";
import { bulkInsert } from "./bulk-insert.ts";
import { createLogBook } from "./log-book.ts";
import { createProcessRecord } from "./process-record.ts";
import { settle } from "./settle.ts";
import { sumUp } from "./sum-up.ts";
import { traceOf } from "./trace.ts";

export interface DeploymentOptions {
  runId: string;
  folder: string;
  cacheDir: string;
}

/** The one deployment that a supervisor keeps, from its boot to its end. */
export interface SupervisedDeployment {
  /** The first call boots; every call hears all from the beginning, and the outcome as the last. */
  boot(blueprint: Blueprint, hear: (line: BootLine) => void): Promise<void>;
  status(): SupervisorStatus;
  advanceClock(millis: number): Promise<number>;
  /** Has the next random text of its length be this one; answers how often that has happened so far. */
  repeatDraw(next: RepeatDraw): Promise<number>;
  linger(millis: number): Promise<void>;
  rowCount(table: string): Promise<number | null>;
  counters(): Promise<Counters["counters"]>;
  /** Says in the log of each component what it counted. */
  sumUp(): Promise<void>;
  /** Waits until what was written so far is done and to be read everywhere, within bounds; answers what is not. */
  settle(): Promise<Unsettled[]>;
  /** Fills tables of the design, as the design's own role. */
  bulkInsert(inserts: BulkInsert[]): Promise<BulkInserted>;
  /** Puts a row into a table of the design, as the design's own role. */
  insertRow(row: InsertRow): Promise<InsertedRow>;
  /** What the processes did for these requests. */
  trace(requests: string[]): Promise<Trace>;
  logs(after: number): LogLine[];
  /** Ends every component and removes the folder. */
  end(reason: string): Promise<void>;
}

const noDatabase = { outcome: "refused", table: "", reason: "the design has no database", isCheck: false } as const;

export function createDeployment({ runId, folder, cacheDir }: DeploymentOptions): SupervisedDeployment {
  const book = createLogBook(join(folder, "logs"), () => new Date());
  const record = createProcessRecord(folder);
  record(process.pid);
  const dataDir = join(folder, "postgres");
  const running: Running = { database: null, standbys: [], components: [] };
  const told: BootLine[] = [];
  let parts: Blueprint["parts"] = [];
  let pools: Pool[] = [];
  const hearing = new Set<(line: BootLine) => void>();
  let state: SupervisorStatus["state"] = "waiting";
  let offsetMillis = 0;
  let booting: Promise<BootOutcome> | null = null;
  let ending: Promise<void> | null = null;
  const over = new AbortController();

  function say(line: BootLine): void {
    told.push(line);
    for (const hear of hearing) hear(line);
  }

  async function begin(blueprint: Blueprint): Promise<BootOutcome> {
    state = "booting";
    parts = blueprint.parts;
    pools = poolsOf(blueprint.operations, blueprint.tables);
    const options = {
      dataDir,
      cacheDir,
      keepDir: join(folder, "kept"),
      book,
      record,
      running,
      offsetMillis: () => offsetMillis,
      tell: say,
      signal: over.signal,
    };
    const outcome = await boot(blueprint, options);
    if (outcome.outcome !== "booted") await stopAll();
    if (state === "booting") state = outcome.outcome === "booted" ? "running" : outcome.outcome;
    say(outcome);
    return outcome;
  }

  async function stopAll(): Promise<void> {
    await Promise.all(running.components.splice(0).map((component) => component.stop()));
    await Promise.all(running.standbys.splice(0).map((standby) => standby.stop()));
    await running.database?.stop();
    running.database = null;
  }

  async function finish(reason: string): Promise<void> {
    state = "stopping";
    over.abort(new Error("the deployment was ended"));
    book.write("supervisor", "stdout", `the deployment ends: ${reason}`);
    await stopAll();
    // A boot under way may have started its database after the first stop.
    await booting;
    await stopAll();
    book.close();
    removeAllRunData(dataDir);
    rmSync(folder, { recursive: true, force: true });
  }

  async function counters(): Promise<Counters["counters"]> {
    const counted = await Promise.all(
      running.components.map(async (component) => ({
        component: component.status().component,
        counters: await component.counters(),
      })),
    );
    return Object.fromEntries(counted.flatMap((one) => (one.counters === null ? [] : [[one.component, one.counters]])));
  }

  return {
    async boot(blueprint, hear) {
      for (const line of told) hear(line);
      hearing.add(hear);
      booting ??= begin(blueprint);
      await booting;
      hearing.delete(hear);
    },
    status: () => ({
      runId,
      pid: process.pid,
      state,
      offsetMillis,
      components: [
        ...(running.database === null ? [] : [running.database]),
        ...running.standbys,
        ...running.components,
      ].map((c) => c.status()),
    }),
    async advanceClock(millis) {
      offsetMillis += millis;
      await Promise.all(running.components.map((component) => component.setClock(offsetMillis)));
      return offsetMillis;
    },
    async repeatDraw(next) {
      const times = await Promise.all(running.components.map((component) => component.repeatDraw(next)));
      return times.reduce((sum, one) => sum + one, 0);
    },
    async linger(millis) {
      await Promise.all(running.components.map((component) => component.linger(millis)));
    },
    rowCount: async (table) =>
      (await running.database?.rowCount(table, pools.find((pool) => pool.table === table)?.free)) ?? null,
    bulkInsert: async (inserts) =>
      running.database === null ? noDatabase : bulkInsert(running.database.address, inserts),
    settle: () => settle({ parts, ...running }),
    counters,
    async sumUp() {
      for (const [component, counted] of Object.entries(await counters())) {
        const line = sumUp(counted);
        if (line !== null) book.write(component, "stdout", line);
      }
    },
    insertRow: async (row) =>
      (await running.database?.insertRow(row)) ?? { outcome: "refused", reason: "the design has no database" },
    trace: (requests) =>
      traceOf(requests, {
        components: running.components,
        database: running.database?.address ?? null,
        lines: () => book.after(0, 20_000),
      }),
    logs: (after) => book.after(after, 1_000),
    end: (reason) => (ending ??= finish(reason)),
  };
}
