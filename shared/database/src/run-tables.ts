import type { DocumentName, DocumentVersion } from "@proofroom/domain/document/document";
import type { Suite, Verdict } from "@proofroom/domain/judge/result";
import type { RunStatus } from "@proofroom/domain/run/status";
import type { ColumnType, Generated, JSONColumnType } from "kysely";
import type { Counter, EventColumns } from "./event-columns.ts";

type Nullable<T> = ColumnType<T | null, T | null | undefined, T | null>;

interface RunDesignTable {
  /** Of the three texts, see `freeze-design`. */
  hash: string;
  texts: JSONColumnType<Record<DocumentName, string>>;
}

interface RunTable {
  id: string;
  room_id: string;
  /** Counts from 1 in each room. */
  number: number;
  /** What the last `status` event says; `run_event` is the truth. */
  status: Generated<RunStatus>;
  verdict: Nullable<Verdict>;
  target: string;
  suites: JSONColumnType<Suite[]>;
  versions: JSONColumnType<Record<DocumentName, DocumentVersion>>;
  design_hash: string;
  started_by: string;
  last_seq: Counter;
  created_at: Generated<Date>;
  finished_at: Nullable<Date>;
  /** What to do about a failure; not for candidates of an interview. */
  next_step: Nullable<string>;
  /** The fingerprint of its failure. */
  failure_print: Nullable<string>;
}

interface RunEventTable extends EventColumns {
  run_id: string;
}

interface RunSlotTable {
  run_id: string;
  host: string;
  asked_at: Generated<Date>;
  taken_at: Nullable<Date>;
}

interface DeploymentTable {
  id: string;
  run_id: string;
  target: string;
  host: string;
  task_queue: string;
  /** The target's own description; null until `deploy` has answered. */
  data: ColumnType<unknown, string | null | undefined, string | null>;
  state: "creating" | "living" | "gone";
  expires_at: Date;
}

/** The tables of runs and deployments (migration 0003). */
export interface RunTables {
  run_design: RunDesignTable;
  run: RunTable;
  run_event: RunEventTable;
  run_slot: RunSlotTable;
  deployment: DeploymentTable;
}
