import type { Operation } from "@proofroom/domain/design/model";
import { plainSteps } from "@proofroom/domain/design/steps-within";
import type { Session } from "./database.ts";
import type { Row } from "./scope.ts";
import { quoted } from "./statement.ts";

/**
 * The rows that a key's own row points at, by table: a key that is kept in a table of keys was written with
 * `code: $urls.code`, so the row of `urls` with that code is what the first send made.
 */
export async function rowsBehind(
  { steps }: Operation,
  key: { table: string; row: Row },
  tables: Pick<ReadonlyMap<string, unknown>, "has">,
  session: Session,
): Promise<Record<string, Row>> {
  const rows: Record<string, Row> = {};
  for (const step of plainSteps(steps)) {
    if (!("insert" in step) || step.insert !== key.table) continue;
    for (const [column, value] of Object.entries(step.values)) {
      const [, table = "", of = ""] = typeof value === "string" ? (/^\$(\w+)\.(\w+)$/.exec(value) ?? []) : [];
      if (!tables.has(table) || table === key.table) continue;
      const text = `select * from ${quoted(table)} where ${quoted(of)} = $1 limit 1`;
      const [row] = await session.query(text, [key.row[column]]);
      if (row !== undefined) rows[table] = row;
    }
  }
  return rows;
}
