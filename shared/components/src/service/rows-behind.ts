import type { Operation, Table } from "@proofroom/domain/design/model";
import type { PlainStep } from "@proofroom/domain/design/step";
import { plainSteps, tableIn } from "@proofroom/domain/design/steps-within";
import type { Session } from "./database.ts";
import type { Row } from "./scope.ts";
import { quoted, Statement } from "./statement.ts";

/**
 * The rows that a first send made or took beside the one that keeps its key, by table: those that this one points at, as
 * `code: $urls.code` says, those that point at it, and those behind these, joined as the steps join them.
 */
export async function rowsBehind(
  { steps }: Operation,
  key: { table: string; row: Row },
  tables: ReadonlyMap<string, Table>,
  session: Session,
): Promise<Record<string, Row>> {
  const rows: Record<string, Row> = {};
  const rowOf = (table: string): Row | undefined => (table === key.table ? key.row : rows[table]);
  const joins = plainSteps(steps).flatMap((step) => joinsOf(step, key.table, tables));
  for (let isMore = true; isMore;) {
    isMore = false;
    for (const join of joins) {
      const [known, sought] = rowOf(join.own) === undefined ? [join.other, join.own] : [join.own, join.other];
      const from = rowOf(known);
      if (from === undefined || rowOf(sought) !== undefined) continue;
      const row = await joined(from, sought, join, session);
      if (row === undefined) continue;
      rows[sought] = row;
      isMore = true;
    }
  }
  return rows;
}

/** Columns of one table that hold the values of another's. */
interface Join {
  own: string;
  other: string;
  pairs: [own: string, other: string][];
}

/** How a step's row hangs together with those before it: by a key of either, or as the row that keeps the request's key was written. */
function joinsOf(step: PlainStep, keyTable: string, tables: ReadonlyMap<string, Table>): Join[] {
  const own = tableIn(step) ?? "";
  const said = "insert" in step ? step.values : "get" in step ? step.by : "update" in step ? step.where : {};
  const pairs = Object.entries(said).flatMap(([column, value]) => {
    const [, other = "", of = ""] = typeof value === "string" ? (/^\$(\w+)\.(\w+)$/.exec(value) ?? []) : [];
    return tables.has(other) && other !== own ? [{ column, other, of }] : [];
  });
  return [...new Set(pairs.map(({ other }) => other))].flatMap((other) => {
    const all = pairs.filter((pair) => pair.other === other).map(({ column, of }): [string, string] => [column, of]);
    const byKey = keyed(all, 1, tables.get(other)) ?? keyed(all, 0, tables.get(own));
    const isKeys = "insert" in step && own === keyTable;
    return byKey === undefined && !isKeys ? [] : [{ own, other, pairs: byKey ?? all }];
  });
}

/** The pairs of which one side is a whole key of its table, so that no other row is meant. */
function keyed(pairs: [string, string][], side: 0 | 1, table: Table | undefined): [string, string][] | undefined {
  const keys = table === undefined ? [] : [table.primaryKey, ...table.uniques];
  const key = keys.find(
    (list) => list.length > 0 && list.every((column) => pairs.some((pair) => pair[side] === column)),
  );
  return key === undefined ? undefined : pairs.filter((pair) => key.includes(pair[side]));
}

async function joined(from: Row, sought: string, { own, pairs }: Join, session: Session): Promise<Row | undefined> {
  const statement = new Statement();
  const where = pairs.map(([column, of]) => {
    const [here, there] = sought === own ? [column, of] : [of, column];
    return `${quoted(here)} = ${statement.bind(from[there])}`;
  });
  const text = `select * from ${quoted(sought)} where ${where.join(" and ")} limit 1`;
  return (await session.query(text, statement.values))[0];
}
