import type { Column } from "@proofroom/domain/design/model";
import { NextNumber, nextNumberSql } from "./next-number.ts";
import { columnValue, type Statement } from "./statement.ts";
import { rangeSql, TimeRange } from "./time-range.ts";

/** What is written into a column, as SQL; `isChanged` where the row is there already. */
export function writtenSql(
  statement: Statement,
  given: unknown,
  column: Column | undefined,
  isChanged: boolean,
): string {
  if (given instanceof NextNumber) return nextNumberSql(statement, given);
  if (given instanceof TimeRange && column !== undefined) return rangeSql(statement, given, column, isChanged);
  return statement.bind(columnValue(given, column));
}
