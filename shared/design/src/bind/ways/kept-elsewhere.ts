import type { Column, Table } from "@proofroom/domain/design/model";
import type { TableRole } from "@proofroom/domain/problem/way";

interface Player {
  table: Table;
  columns: ReadonlyMap<string, { column: Column }>;
}

/**
 * Whether a role's rows are kept in those of one that they would refer to: a reservation without an end that says by the same column as the
 * seat of which hold it is comes of the hold that the seat's row is.
 */
export const isKeptElsewhere = (
  name: string,
  { table, columns }: Player,
  { shape }: TableRole,
  cast: ReadonlyMap<string, Player>,
): boolean =>
  shape !== undefined &&
  shape.has.length > 0 &&
  !shape.has.some((column) => columns.has(column)) &&
  shape.refers.some((other) => {
    const kept = cast.get(other)?.columns;
    const key = kept?.get(name)?.column.name;
    return (
      key !== undefined &&
      shape.has.every((column) => kept?.has(column) === true) &&
      !table.primaryKey.includes(key) &&
      table.columns.some((column) => column.name === key)
    );
  });
