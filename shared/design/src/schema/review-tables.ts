import type { Fix } from "@proofroom/domain/design/finding";
import type { Catalog, TableRead } from "./catalog.ts";

/** What is sound SQL and still worth a remark. */
export function reviewTables(catalog: Catalog, tables: TableRead[]): void {
  for (const table of tables) {
    if (table.columns.length === 0) {
      const message = `${table.name} has no columns; add what it has to remember.`;
      catalog.tell({
        severity: "warning",
        rule: "no-columns",
        message,
        from: table.at,
        to: table.at + table.name.length,
      });
    } else if (table.primaryKey.length === 0) tellNoKey(catalog, table);
    for (const [n, key] of table.foreignKeys.entries()) {
      if (isIndexed(table, key.columns)) continue;
      const columns = key.columns.join(", ");
      catalog.tell({
        severity: "warning",
        rule: "foreign-key-without-index",
        message: `No index of ${table.name} begins with ${columns}: finding the rows of one of ${key.table}, and deleting one, reads the whole table.`,
        from: table.foreignKeysAt[n] ?? table.at,
        fixes: appended(
          catalog,
          `Add an index on ${columns}`,
          `create index on ${quoted(table.name)} (${key.columns.map(quoted).join(", ")});`,
        ),
      });
    }
  }
}

/** Whether a lookup by these columns can use an index that holds every row. */
export function isIndexed(table: Pick<TableRead, "primaryKey" | "uniques" | "indexes">, columns: string[]): boolean {
  const lists = [
    table.primaryKey,
    ...table.uniques,
    ...table.indexes.filter((index) => !index.partial).map((index) => index.columns),
  ];
  return lists.some((list) => columns.every((column) => list.slice(0, columns.length).includes(column)));
}

function tellNoKey(catalog: Catalog, table: TableRead): void {
  const first = [...table.columnsAt.values()][0];
  const canFix = catalog.source.isOwnText && first !== undefined && !table.columnsAt.has("id");
  const insert = "id bigint generated always as identity primary key,\n  ";
  const fixes: Fix[] = canFix
    ? [{ label: "Add an id", edits: [{ document: "schema", from: first, to: first, insert }] }]
    : [];
  catalog.tell({
    severity: "warning",
    rule: "no-primary-key",
    message: `${table.name} has no primary key: two rows can be alike, and no endpoint can name one of them.`,
    from: table.at,
    to: table.at + table.name.length,
    fixes,
  });
}

function appended({ source }: Catalog, label: string, statement: string): Fix[] {
  if (!source.isOwnText) return [];
  const end = source.sql.trimEnd();
  const lastLine = end.slice(end.lastIndexOf("\n") + 1);
  const close = end.endsWith(";") ? "" : lastLine.includes("--") ? "\n;" : ";";
  const insert = `${close}\n${statement}\n`;
  return [{ label, edits: [{ document: "schema", from: end.length, to: source.sql.length, insert }] }];
}

/** A name as SQL has to write it. */
export const quoted = (name: string): string =>
  /^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
