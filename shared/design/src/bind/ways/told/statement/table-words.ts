import type { Table } from "@proofroom/domain/design/model";
import { stems } from "../../../names.ts";

export type TableWords = (table: Table) => readonly string[];

/**
 * The words of a table's name. What all tables of a schema begin with, `t_` or the `booking_` of an application that is called
 * so, says nothing of any of them.
 */
export function tableWords(tables: readonly Table[]): TableWords {
  const named = tables.map(({ name }) => stems(name));
  const [first] = named[0] ?? [];
  const isShared = tables.length > 1 && named.every((words) => words.length > 1 && words[0] === first);
  return ({ name }) => (isShared ? stems(name).slice(1) : stems(name));
}
