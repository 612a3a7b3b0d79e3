import { linkOf, refersTo } from "./links.ts";
import type { PlayedTable } from "./played.ts";
import type { Stage } from "../stage.ts";

/** The columns by which a row refers to another role's, which is known by then. */
export function linked(
  role: unknown,
  { table }: PlayedTable,
  touched: string[],
  { cast }: Stage,
): Record<string, string> {
  const other = typeof role === "string" && touched.includes(role) ? cast.get(role)?.table : undefined;
  const link = other === undefined ? null : linkOf(table, other);
  return Object.fromEntries((link?.pairs ?? []).map(([own, column]) => [own, `$${other?.name}.${column}`]));
}

/** Where a row says which of another role's is its own, that it is still the one that is known. */
export function ofIts(role: unknown, player: PlayedTable, touched: string[], stage: Stage): Record<string, string> {
  const other = typeof role === "string" ? stage.cast.get(role)?.table : undefined;
  return other === undefined || refersTo(player.table, other) === null ? {} : linked(role, player, touched, stage);
}

/** The columns by which a row refers to another role's, as they are where it refers to none. */
export function unlinked(role: unknown, { table }: PlayedTable, { cast }: Stage): Record<string, null> {
  const other = typeof role === "string" ? cast.get(role)?.table : undefined;
  const link = other === undefined ? null : linkOf(table, other);
  return Object.fromEntries((link?.pairs ?? []).map(([own]) => [own, null]));
}
