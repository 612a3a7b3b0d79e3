import { isMoment } from "@proofroom/domain/design/moment";
import type { Value } from "@proofroom/domain/design/step";
import { isOwner } from "../../owner/caller.ts";
import { mustBeFilled } from "../../column-of.ts";
import { isSameName } from "../../names.ts";
import { refersTo } from "../cast/links.ts";
import type { PlayedTable } from "../cast/played.ts";
import { isPerson, namedBy, type Stage } from "../stage.ts";

/** A column that is filled out of a row which the request names, and the role of that row, which has to be read first. */
export interface TakenOver {
  column: string;
  value: Value;
  from: string;
}

/**
 * What a new row has to say and the row that it refers to says under the same name: `zone_id` of a hold is its seat's. Neither a time, a
 * state, nor whose it is.
 */
export function takenOver(
  role: string,
  { table, columns }: PlayedTable,
  values: Record<string, Value>,
  stage: Stage,
): TakenOver[] {
  const people = [...columns].flatMap(([name, { column }]) => (isPerson(name) ? [column.name] : []));
  const open = table.columns.filter(
    (column) =>
      mustBeFilled(column) &&
      !Object.hasOwn(values, column.name) &&
      !table.primaryKey.includes(column.name) &&
      !people.includes(column.name) &&
      !isOwner(column, table) &&
      !isMoment(column) &&
      !column.type.startsWith("bool") &&
      column.values === undefined,
  );
  const others = [...stage.cast].filter(
    ([name, played]) =>
      name !== role && refersTo(table, played.table) !== null && Object.keys(namedBy(name, played, stage)).length > 0,
  );
  return open.flatMap((column) =>
    others
      .flatMap(([from, played]): TakenOver[] => {
        const same = played.table.columns.find(
          ({ name, type }) => isSameName(name, column.name) && type === column.type,
        );
        const value = `$${played.table.name}.${same?.name}`;
        return same === undefined ? [] : [{ column: column.name, value, from }];
      })
      .slice(0, 1),
  );
}
