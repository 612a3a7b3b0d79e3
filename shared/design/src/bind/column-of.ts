import type { Column, Table } from "@proofroom/domain/design/model";
import { isSameName, plain, stems } from "./names.ts";
import { type Sense, isNamed } from "./sense.ts";

/**
 * The column in which a field is kept: spelled alike, or with the table's name before it (`linkId` → `id` of `links`), or
 * another name of the same field of the problem.
 */
export function columnOf(field: string, table: Pick<Table, "name" | "columns">, senses: Sense[]): Column | undefined {
  const name = field.split(".").at(-1) ?? field;
  const alike = table.columns.find((column) => isSameName(column.name, name));
  if (alike !== undefined) return alike;
  const owner = stems(table.name).join("");
  const short = plain(name).startsWith(owner) ? plain(name).slice(owner.length) : undefined;
  const shortened = short === "" ? undefined : table.columns.find((column) => plain(column.name) === short);
  if (shortened !== undefined) return shortened;
  const prefixed = table.columns.find((column) => plain(column.name) === owner + plain(name));
  if (prefixed !== undefined) return prefixed;
  for (const sense of senses.filter((s) => isNamed(s, name))) {
    for (const other of sense.names) {
      const column = table.columns.find((c) => isSameName(c.name, other));
      // A number that the database counts up is not what people mean by another name.
      if (column !== undefined && !column.generated && column.default?.startsWith("nextval") !== true) return column;
    }
  }
  return undefined;
}

/** Whether two rows can never share this column's value. */
export const isUnique = (table: Pick<Table, "primaryKey" | "uniques" | "indexes">, column: string): boolean =>
  [table.primaryKey, ...table.uniques].some((list) => list.length === 1 && list[0] === column) ||
  table.indexes.some((index) => index.unique && index.columns.length === 1 && index.columns[0] === column);
