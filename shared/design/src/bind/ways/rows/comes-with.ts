import type { Column, Table } from "@proofroom/domain/design/model";
import { isMoment } from "@proofroom/domain/design/moment";
import { mustBeFilled } from "../../column-of.ts";
import { isSameName } from "../../names.ts";
import { isOwner } from "../../owner/caller.ts";
import { comesOf, hangsOn } from "../cast/links.ts";
import { nameScore } from "../cast/name-score.ts";
import type { PlayedTable } from "../cast/played.ts";
import type { Shown } from "../needs.ts";
import { tableWords } from "../told/statement/table-words.ts";
import type { Stage } from "../stage.ts";

/**
 * Whether rows of a table that plays no role come with requests: a statement of the endpoint adds one, or each is of a row that comes with
 * requests itself, and one of which is at hand, whether or not a foreign key says so. `role` is that of the row which refers to them.
 */
export function comesWith(
  target: Table,
  role: string,
  touched: string[],
  { cast, capability, tables }: Stage,
  { insertsInto }: Pick<Shown, "insertsInto">,
): boolean {
  const after = capability.ways?.roles[role]?.after ?? [];
  const isCalledSo = (): boolean => nameScore(after, tableWords(tables)(target)) > 0;
  const isOfOne = touched.some((other) => {
    const player = cast.get(other);
    if (player === undefined) return false;
    const isThere = Object.keys(capability.ways?.roles[other]?.idle ?? {}).length > 0;
    if (!isThere) return comesOf(target, player.table);
    return keepsWhatComes(target, player) || (hangsOn(target, player.table) && isSomebodys(target) && isCalledSo());
  });
  return isOfOne || insertsInto(target) !== null;
}

/** Whether rows say by which hold they are, where that stands in the seat's own row, which is there before: `hold_id uuid not null` in both. */
const keepsWhatComes = (target: Table, { columns }: PlayedTable): boolean =>
  [...columns].some(
    ([name, { column, values }]) =>
      name === "hold" && column.nullable && values.size === 0 && !isMoment(column) && isKept(column, target),
  );

const isKept = ({ name, type }: Column, { columns }: Table): boolean =>
  columns.some((own) => mustBeFilled(own) && own.type === type && isSameName(own.name, name));

/** A price of a seat is nobody's. */
const isSomebodys = (table: Table): boolean =>
  table.columns.some((column) => mustBeFilled(column) && isOwner(column, table));
