import type { ForeignKey, Table } from "@proofroom/domain/design/model";
import type { Step, Value } from "@proofroom/domain/design/step";
import { mustBeFilled } from "../column-of.ts";
import type { Assumed } from "../made-up.ts";
import { type Filled, fillRow } from "./fill-row.ts";
import { hangsOn } from "./links.ts";
import type { Stage } from "./stage.ts";

interface MadeBeside {
  steps: Step[];
  /** The columns that refer to what is made. */
  values: Record<string, Value>;
  assumed: Assumed[];
}

/** No role is called so. */
const beside = "beside";

/**
 * Rows that a new one cannot be without and that nobody can have put there: a booking's payment is of a hold, so it comes with the
 * request that confirms that.
 */
export function madeBeside(table: Table, { values }: Filled, touched: string[], stage: Stage): MadeBeside {
  const made: MadeBeside = { steps: [], values: {}, assumed: [] };
  for (const key of table.foreignKeys) {
    const target = stage.tables.find(({ name }) => name === key.table);
    if (target === undefined || target === table || !isOpen(key, table, values) || !comesWith(target, touched, stage))
      continue;
    const cast = new Map([...stage.cast, [beside, { table: target, columns: new Map() }]]);
    const filled = fillRow(beside, {}, touched, { ...stage, cast });
    if (filled.gaps.length > 0 || filled.toRead.length > 0) continue;
    made.steps.push(...filled.reads, { insert: target.name, values: filled.values });
    made.assumed.push(...filled.assumed);
    for (const [n, column] of key.columns.entries()) {
      made.values[column] = `$${target.name}.${key.references[n] ?? column}`;
    }
  }
  return made;
}

const isOpen = ({ columns }: ForeignKey, table: Table, values: Record<string, Value>): boolean =>
  columns.every((name) => !Object.hasOwn(values, name)) &&
  table.columns.some((column) => columns.includes(column.name) && mustBeFilled(column));

/** Whether a table that plays no role hangs on one whose rows come with requests, and one of which is at hand. */
function comesWith(target: Table, touched: string[], { cast, capability }: Stage): boolean {
  if ([...cast.values()].some(({ table }) => table === target)) return false;
  return touched.some((role) => {
    const table = cast.get(role)?.table;
    const isThere = Object.keys(capability.ways?.roles[role]?.idle ?? {}).length > 0;
    return table !== undefined && !isThere && hangsOn(target, table);
  });
}
