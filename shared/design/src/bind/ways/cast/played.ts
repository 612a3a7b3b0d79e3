import type { Column, Table } from "@proofroom/domain/design/model";
import type { Value } from "@proofroom/domain/design/step";
import type { TableRole } from "@proofroom/domain/problem/way";
import { rememberedOfBoth } from "../../../text/remembered.ts";
import { columnFor } from "./column-for.ts";
import { type StateValues, stateValues } from "./state-values.ts";

/** The design's own column that plays a role; of a state, what each meaning is called here. */
export interface Played extends StateValues {
  column: Column;
  /** A new name of its own for a row, in this column; a UUID where there is none. */
  newName?: Value;
}

export interface PlayedTable {
  table: Table;
  columns: ReadonlyMap<string, Played>;
}

/** Which of a design's tables and columns play which role. */
export type Cast = ReadonlyMap<string, PlayedTable>;

/** Each endpoint asks for the same roles of the same tables, for each of its capabilities and casts. */
export const played = rememberedOfBoth((role: TableRole, table: Table): PlayedTable => {
  const columns = new Map<string, Played>();
  const taken = new Set<string>();
  for (const [name, wanted] of Object.entries(role.columns)) {
    const column = columnFor(wanted, table, taken);
    if (column === undefined) continue;
    taken.add(column.name);
    columns.set(name, { column, ...stateValues(wanted, column) });
  }
  return { table, columns };
});

/** `state`, or `state.held`: the column has to be there, with a value of that meaning; of `until|span` one of the two. */
export const isPlayed = (player: Pick<PlayedTable, "columns">, wanted: string): boolean =>
  wanted.split("|").some((one) => isOnePlayed(player, one));

function isOnePlayed({ columns }: Pick<PlayedTable, "columns">, wanted: string): boolean {
  const [name = "", meaning] = wanted.split(".");
  const found = columns.get(name);
  if (found === undefined || meaning === undefined) return found !== undefined;
  // Whose rows begin as something else, `payment_due`, has that meaning where it spells it only.
  return found.column.default === undefined ? found.values.has(meaning) : found.spelled.has(meaning);
}
