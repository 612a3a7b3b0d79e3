import type { Column, Table } from "../../design/model.ts";
import type { Place } from "../place.ts";
import type { Act } from "./acts.ts";
import { placeOf, type DesignView } from "./design-view.ts";
import { isOthers } from "./thing-table.ts";

type Endpoint = DesignView["operations"][number];

/**
 * The line that decides what an endpoint does to its rows: its own step where its document spells that out, else the table,
 * or the column of it, from which the step was taken.
 */
export function decidingLine(
  view: DesignView,
  endpoint: Endpoint,
  kinds: readonly Act["kind"][],
  column: ColumnAt | null = null,
): Place {
  const { acts, operation } = endpoint;
  const act = kinds.flatMap((kind) => acts.find((one) => one.kind === kind) ?? [])[0];
  if (act === undefined) return placeOf(view, "api", operation.line);
  if (act.line !== operation.line) return placeOf(view, "api", act.line);
  const table = view.tables.get(act.table);
  const line = column?.column.line ?? table?.line;
  return line === undefined ? placeOf(view, "api", operation.line) : placeOf(view, "schema", line);
}

export interface ColumnAt {
  table: Table;
  column: Column;
}

/** The first column that is called so, of the tables that an endpoint touches before all others. */
export function columnCalled(view: DesignView, { acts }: Endpoint, names: RegExp): ColumnAt | null {
  const touched = acts.flatMap(({ table }) => view.tables.get(table) ?? []);
  for (const table of [...touched, ...view.tables.values()].filter((one) => !isOthers(view, one))) {
    const column = table.columns.find(({ name }) => names.test(name));
    if (column !== undefined) return { table, column };
  }
  return null;
}
