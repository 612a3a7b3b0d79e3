import type { Index } from "@proofroom/domain/design/model";
import type { TableRead } from "../schema/catalog.ts";
import { quoted } from "../schema/sql-text.ts";
import { appendedTo, statementEnd } from "./schema-text.ts";
import { fixOf, type Review, type Seen } from "./seen.ts";

/** Indexes that are missing, and those that are there for nothing. */
export const reviewIndexes: Review = (seen, tell) => {
  for (const table of seen.schema?.tables ?? []) {
    for (const [n, key] of table.foreignKeys.entries()) {
      if (isIndexed(table, key.columns)) continue;
      const columns = key.columns.join(", ");
      const statement = `create index on ${quoted(table.name)} (${key.columns.map(quoted).join(", ")});`;
      const edit = appendedTo(seen, statement);
      tell("foreign-key-without-index", {
        from:
          seen.schema?.isOwnText === true ? (table.foreignKeysAt[n] ?? table.at) : lineOf(seen, key.line ?? table.line),
        message: `${lackOf(table, key.columns)}: finding the rows of one of ${key.table}, and deleting one, reads the whole table.`,
        fixes: edit === null ? [] : [fixOf(`Add an index on ${columns}`, [edit])],
      });
    }
    for (const index of table.indexes) {
      const span = index.unique || index.partial ? null : plainIndex(seen, index.line, false);
      const other = span === null ? undefined : before(seen, table, index);
      if (span === null || other === undefined) continue;
      tell("index-twice", {
        ...span,
        message: `${other} of ${table.name} begins with ${index.columns.join(", ")} already, so this index is kept up at each write for nothing; remove it.`,
        fixes: [fixOf("Remove the index", [{ document: "schema", ...span, insert: "" }])],
      });
    }
  }
};

const lineOf = (seen: Seen, line: number): number => seen.schema?.lineStart(line) ?? 0;

/** What is missing; a partial index on the columns is named, since who wrote it takes it for one that serves. */
function lackOf(table: TableRead, columns: string[]): string {
  const list = columns.join(", ");
  const partial = table.indexes.find((index) => index.partial && begins(index.columns, columns));
  if (partial === undefined) return `No index of ${table.name} begins with ${list}`;
  return `The ${partial.unique ? "unique " : ""}index on (${partial.columns.join(", ")}) in line ${partial.line} holds only some rows of ${table.name}, those of its where, and no index on ${list} holds them all`;
}

/** Whether a lookup by these columns can use an index that holds every row. */
function isIndexed(table: TableRead, columns: string[]): boolean {
  const lists = [
    table.primaryKey,
    ...table.uniques,
    ...table.indexes.filter((index) => !index.partial).map((index) => index.columns),
  ];
  return lists.some((list) => begins(list, columns));
}

/** Whether a list of columns begins with these, in whichever order. */
const begins = (list: readonly string[], columns: readonly string[]): boolean =>
  columns.every((column) => list.slice(0, columns.length).includes(column));

/** What serves every lookup that a plain index serves. */
function before(seen: Seen, table: TableRead, index: Index): string | undefined {
  const startsAlike = (list: string[]): boolean => index.columns.every((column, n) => list[n] === column);
  if (startsAlike(table.primaryKey)) return "The primary key";
  const unique = table.uniques.find(startsAlike);
  if (unique !== undefined) return `unique (${unique.join(", ")})`;
  const twin = table.indexes.find(
    (other) => other !== index && !other.partial && startsAlike(other.columns) && plainIndex(seen, other.line, true),
  );
  // Of two alike the second is one too many.
  if (twin === undefined || (twin.columns.length === index.columns.length && twin.line >= index.line)) return undefined;
  return `The index on (${twin.columns.join(", ")})`;
}

const plain =
  /^\s*create\s+index\s+(?:concurrently\s+)?(?:if\s+not\s+exists\s+)?(?:"?\w+"?\s+)?on\s+(?:only\s+)?[\w".]+\s*(?:using\s+btree\s*)?\(([^()]+)\)\s*$/i;

/**
 * Where the statement stands that makes an index of bare columns, in their usual order or in any; null of every other, such
 * as one by hash or with a class of operators, which serves lookups of its own.
 */
export function plainIndex(
  { schema, texts }: Seen,
  line: number,
  inAnyOrder: boolean,
): { from: number; to: number } | null {
  if (schema?.isOwnText !== true) return null;
  const from = schema.lineStart(line);
  const end = statementEnd(texts.schema, from);
  const columns = plain.exec(texts.schema.slice(from, Math.min(end, from + 1_000)))?.[1]?.split(",");
  const column = inAnyOrder ? /^\s*"?\w+"?(?:\s+(?:asc|desc))?\s*$/i : /^\s*"?\w+"?\s*$/;
  if (columns?.every((one) => column.test(one)) !== true) return null;
  const rest = /;?[ \t\r]*\n?/y;
  rest.lastIndex = end;
  return { from, to: end + (rest.exec(texts.schema)?.[0].length ?? 0) };
}
