import type { ColumnType, Generated } from "kysely";

/** Counted in SQL, never sent: `bigint` is read as a string. */
export type Counter = ColumnType<string, never, never>;

/** What every kept event has, beside the id of the run or room that it belongs to. */
export interface EventColumns {
  seq: Counter;
  event_id: string;
  attempt: number;
  type: string;
  /** The fact without its `type`. */
  payload: Record<string, unknown>;
  at: Generated<Date>;
}
