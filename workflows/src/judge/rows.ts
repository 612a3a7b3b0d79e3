import type { Unsettled } from "@proofroom/domain/infrastructure/control";
import type { Expectation } from "@proofroom/domain/judge/functional-test";
import type { Answered } from "./answer.ts";
import type { Missed } from "./expectation.ts";
import { rowsEach } from "./rows-each.ts";
import { type Control, type Served, tableOf } from "./served.ts";
import { asked, plural } from "./words.ts";

interface Watched {
  served: Served;
  control: Pick<Control, "rowCount" | "settle">;
  /** Rows of the table into which the capability writes, when it began. */
  rowsBefore: number;
}

type RowsMissed = Missed & { unsettled?: Unsettled[] };

/** How many rows a step's calls leave is not as expected. */
export async function rowsMissed(
  { rows, rowsAtMost }: Expectation,
  { exchange: deciding }: Answered,
  watched: Watched,
): Promise<RowsMissed | null> {
  if (rows === undefined && rowsAtMost === undefined) return null;
  const table = tableOf(watched.served);
  if (table === null) {
    return rows === undefined ? null : { observed: `${asked(deciding)} inserts into no table.`, deciding };
  }
  const { gained, unsettled } = await gainedBy(table, watched);
  const { operation, later } = watched.served;
  const most = rowsAtMost === undefined ? gained : rowsAtMost * rowsEach([...operation.steps, ...later], table);
  const isRight = gained === (rows ?? gained) && gained <= most;
  return isRight ? null : { observed: `${table} gained ${plural(gained, "row")}.`, deciding, unsettled };
}

/** A refusal of what came a second time leaves nothing behind. */
export async function leftBehind(
  { unlike }: Expectation,
  { exchange: deciding, status }: Answered,
  watched: Watched,
): Promise<RowsMissed | null> {
  const table = tableOf(watched.served);
  if (unlike === undefined || status < 400 || table === null) return null;
  const { gained, unsettled } = await gainedBy(table, watched);
  if (gained === 0) return null;
  return {
    observed: `${asked(deciding)} answered ${status}, and ${table} gained ${plural(gained, "row")}.`,
    deciding,
    unsettled,
  };
}

/** Rows are counted once what is written later is there too. */
async function gainedBy(table: string, { control, rowsBefore }: Watched) {
  const unsettled = await control.settle();
  return { gained: (await control.rowCount(table)) - rowsBefore, unsettled };
}
