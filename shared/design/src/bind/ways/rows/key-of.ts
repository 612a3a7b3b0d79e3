import type { Table } from "@proofroom/domain/design/model";
import type { Step, Where } from "@proofroom/domain/design/step";
import { uniqueLists } from "../../column-of.ts";
import { isOfNow, isOfOne, type Link, linkOf } from "../cast/links.ts";
import { namedBy, type Stage } from "../stage.ts";

/** The row of a role that is meant: by a row before that belongs to it, else by what the request names. */
export function keyOf(role: string, touched: string[], stage: Stage): Where | null {
  const player = stage.cast.get(role);
  if (player === undefined) return null;
  for (const other of touched.toReversed()) {
    const from = stage.cast.get(other);
    if (from === undefined || other === role) continue;
    const ahead = linkOf(from.table, player.table);
    // Two rows of one seat are no row and its own: a claim that names its hold is found by that.
    const isIts = isOfOne(player.table, from.table);
    const isAhead = isSaid(from.table, player.table) || !(isIts || isSaid(player.table, from.table));
    const back = linkOf(player.table, from.table);
    // Of many rows of a seat the one that it names is meant.
    const isNamed =
      back !== null && !uniqueLists(player.table).some((list) => list.every((column) => owns(back, column)));
    if (ahead !== null && (isAhead || isOfNow(ahead) || isNamed)) {
      return Object.fromEntries(ahead.pairs.map(([own, key]) => [key, `$${from.table.name}.${own}`]));
    }
    if (back !== null) return Object.fromEntries(back.pairs.map(([own, key]) => [own, `$${from.table.name}.${key}`]));
  }
  const named = namedBy(role, player, stage);
  return Object.keys(named).length === 0 ? null : named;
}

const owns = ({ pairs }: Link, column: string): boolean => pairs.some(([own]) => own === column);

/** Reads the row of a role that is meant; null where nothing names it. */
export function readOf(role: string, touched: string[], stage: Stage): Step | null {
  const by = keyOf(role, touched, stage);
  const table = stage.cast.get(role)?.table.name;
  return by === null || table === undefined ? null : { get: table, by };
}

/** Whether the schema itself says that rows of one table refer to another's. */
const isSaid = ({ foreignKeys }: Table, { name }: Table): boolean => foreignKeys.some(({ table }) => table === name);
