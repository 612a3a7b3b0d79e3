import type { Table } from "@proofroom/domain/design/model";
import type { TableRole } from "@proofroom/domain/problem/way";
import { comesOf } from "./links.ts";
import { nameScore } from "./name-score.ts";
import type { TableWords } from "../told/statement/table-words.ts";

/**
 * Of tables that are called as a role is those whose rows come of another one's: of one that is called so too and refers to what the role
 * is about, a booking's payment, or of one that says by itself that it is `sold`, the payments of an order.
 */
export function comingAfter(
  { after }: TableRole,
  called: { table: Table; refers: number }[],
  sold: readonly Table[],
  wordsOf: TableWords,
): Table[] {
  const ofAnother = ({ table, refers }: { table: Table; refers: number }): boolean =>
    called.some((other) => other.table !== table && other.refers > 0 && comesOf(table, other.table)) ||
    (refers === 1 && sold.some((other) => other !== table && comesOf(table, other)));
  return called.filter((one) => nameScore(after, wordsOf(one.table)) > 0 && ofAnother(one)).map(({ table }) => table);
}
