import type { Step, Where } from "@proofroom/domain/design/step";
import { isRecord } from "../../fields.ts";
import { last } from "./next-number.ts";
import type { PlayedTable } from "../cast/played.ts";
import type { Stage } from "../stage.ts";
import { whereOf } from "./template.ts";

/**
 * Reads the last row of a log, whose rows are numbered apart for each thing that they are about: for the one that `named` says, or that a row
 * read before is about. Null where nothing says it.
 */
export function lastRow(role: string, named: Where | null, touched: string[], { cast }: Stage): Step | null {
  const player = cast.get(role);
  const number = player?.columns.get("seq")?.column.name;
  if (player === undefined || number === undefined) return null;
  const { name } = player.table;
  const own = numberedWithin(player, number).map((column): [string, Where[string] | undefined] => [
    column,
    touched.includes(role) ? `$${name}.${column}` : named?.[column],
  ]);
  const where = Object.fromEntries(own.flatMap(([column, one]) => (one === undefined ? [] : [[column, one]])));
  if (own.length === 0 || Object.keys(where).length < own.length) return null;
  return { list: name, where, order: [`${number} desc`], limit: 1 };
}

const numberedWithin = ({ table }: PlayedTable, number: string): string[] =>
  ([table.primaryKey, ...table.uniques].find((list) => list.includes(number)) ?? []).filter((one) => one !== number);

/** `{ last: log, is: … }` as a condition on the row that was read so; undefined of any other condition. */
export function ofLast(template: unknown, stage: Stage): Where | undefined {
  if (!isRecord(template) || typeof template["last"] !== "string") return undefined;
  const player = stage.cast.get(template["last"]);
  if (player === undefined) return undefined;
  const is = whereOf(template["is"], player, {}, stage);
  return Object.fromEntries(Object.entries(is).map(([column, part]) => [`${last}.${column}`, part]));
}
