import type { Table } from "@proofroom/domain/design/model";
import type { TableRole } from "@proofroom/domain/problem/way";
import { comesOf } from "./links.ts";
import { nameScore } from "./name-score.ts";
import type { TableWords } from "../told/table-words.ts";

/** Of tables that are called as a role is those whose rows come of another one's, which refer to what the role is about: a booking's payment. */
export function comingAfter(
  { after }: TableRole,
  called: { table: Table; refers: number }[],
  wordsOf: TableWords,
): Table[] {
  const ofAnother = ({ table }: { table: Table }): boolean =>
    called.some((other) => other.table !== table && other.refers > 0 && comesOf(table, other.table));
  return called.filter((one) => nameScore(after, wordsOf(one.table)) > 0 && ofAnother(one)).map(({ table }) => table);
}
