import { isMoment } from "@proofroom/domain/design/moment";
import type { Column, Table } from "@proofroom/domain/design/model";
import type { Value } from "@proofroom/domain/design/step";
import { isOwner } from "../../owner/caller.ts";
import { fillsItself, isUnique, mustBeFilled } from "../../column-of.ts";
import { keyColumn } from "../../key/idempotency.ts";
import { isSameName, singular, stems, wordsIn } from "../../names.ts";
import type { PlayedTable } from "../cast/played.ts";
import { isPerson, type Stage } from "../stage.ts";

/** A booking takes over what its hold says under the same name, but neither its times nor its state. */
export function copyKnown(
  { table, columns }: PlayedTable,
  values: Record<string, Value>,
  touched: string[],
  stage: Stage,
): void {
  const [key] = table.primaryKey.length === 1 ? table.primaryKey : [];
  const roleOf = (column: string, from: PlayedTable): string | undefined =>
    [...from.columns].find(([, played]) => played.column.name === column)?.[0];
  for (const column of table.columns) {
    const { name, type, nullable } = column;
    if (Object.hasOwn(values, name) || name === keyColumn(table) || fillsItself(column)) continue;
    if (isMoment(column) || type.startsWith("bool") || (columns.get("state")?.column.name === name && nullable))
      continue;
    const role = roleOf(name, { table, columns });
    for (const other of touched.toReversed()) {
      const from = stage.cast.get(other);
      const found = from?.table.columns.find(
        (one) =>
          isSameName(one.name, name) ||
          (role !== undefined && roleOf(one.name, from) === role) ||
          (mustBeFilled(column) && from !== undefined && isNamedAfter(name, one, from.table)),
      );
      if (from === undefined || found === undefined || !mayHold(column, found)) continue;
      if (name === key && !isNamedBy(found, column, from, table)) continue;
      // Whom a row may name and nobody has it name is nobody.
      const isNobody = found.nullable && !nullable && isPersonal(found, from) && !isNamedBefore(found, from, stage);
      if (!isNobody) values[name] ??= `$${from.table.name}.${found.name}`;
    }
  }
}

/** `seat_version` of a hold is its seat's `version`. */
const isNamedAfter = (name: string, { name: own, type }: Column, { name: table, primaryKey }: Table): boolean =>
  /int|serial|numeric/.test(type) && !primaryKey.includes(own) && isSameName(name, `${singular(table)}_${own}`);

/** Whether a row has the very name of another, as a booking whose key is the `hold_id` of its hold, rather than one of its own. */
const isNamedBy = ({ name, type, nullable }: Column, key: Column, from: PlayedTable, { name: table }: Table): boolean =>
  key.type === type &&
  !nullable &&
  isUnique(from.table, name) &&
  wordsIn(name).length > 1 &&
  !stems(name).some((word) => stems(table).includes(word));

/** Whether a column lists whatever another one may be: a payment that is `started` or `paid` cannot be `pending` as its hold is. */
const mayHold = ({ values }: Column, other: Column): boolean =>
  values === undefined || (other.values ?? [""]).every((one) => values.includes(one));

const isPersonal = (column: Column, { table, columns }: PlayedTable): boolean =>
  isOwner(column, table) || [...columns].some(([role, played]) => isPerson(role) && played.column === column);

const isNamedBefore = ({ name }: Column, { table }: PlayedTable, { keepsWho, endpoint }: Stage): boolean =>
  keepsWho(table.name, name, endpoint) !== undefined;
