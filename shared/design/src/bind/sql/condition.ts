import type { Table } from "@proofroom/domain/design/model";
import type { Value, Where } from "@proofroom/domain/design/step";
import { asWhere } from "./as-where.ts";
import { parseCondition } from "./parse-condition.ts";

/** What a parameter stands for that is compared with a column, or put into it; undefined where nobody knows. */
export type Standing = (parameter: string, column: string) => Value | undefined;

/** A condition on the rows of a table as it is written; null where it does not parse, or where anything of it cannot be said in steps. */
export function conditionOf(sql: string, table: Pick<Table, "columns">, standing: Standing): Where | null {
  const asked = parseCondition(sql, new Set(table.columns.map(({ name }) => name)));
  return asked === null ? null : asWhere(asked, table, standing);
}
