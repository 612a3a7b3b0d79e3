import type { Endpoint, Table } from "@proofroom/domain/design/model";
import { parametersIn, segmentsOf } from "../../api/path.ts";
import { columnOf } from "../column-of.ts";
import { wordsIn } from "../names.ts";
import { isNamed, type Sense, written } from "../sense.ts";
import { isPerson } from "../ways/stage.ts";

/** How a list is to be of one person's rows: by a column and who it is, or by what no column of the table is called like. */
export type Whose = { column: string; who: string } | { unread: string } | null;

/** `/me/bookings` and `/bookings/mine` are whoever's who asks; `?customer=` that no column answers to would be everybody's. */
export function whoseRows(endpoint: Endpoint, table: Table, senses: Sense[]): Whose {
  const people = senses.filter(({ field }) => isPerson(field));
  const isOfPerson = (name: string): boolean => people.some((sense) => isNamed(sense, name));
  const unread = endpoint.parameters.find(
    ({ in: where, name }) => where === "query" && isOfPerson(name) && columnOf(name, table, senses) === undefined,
  );
  if (unread !== undefined) return { unread: unread.name };
  const mine = segmentsOf(endpoint.path).find((part) => wordsIn(part).some((word) => ownWords.has(word)));
  if (mine === undefined || parametersIn(endpoint.path).some(isOfPerson)) return null;
  const column = people
    .map((sense) => written(table.columns, ({ name }) => name, sense))
    .find((one) => one !== undefined);
  if (column === undefined) return { unread: mine };
  const header = endpoint.parameters.find(({ in: where, name }) => where === "header" && isOfPerson(name));
  return { column: column.name, who: header === undefined ? "$user" : `$header.${header.name.toLowerCase()}` };
}

const ownWords = new Set(["me", "my", "mine", "self"]);
