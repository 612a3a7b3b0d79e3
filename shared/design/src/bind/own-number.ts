import type { Column, Table } from "@proofroom/domain/design/model";
import { isUnique, mustBeFilled } from "./column-of.ts";
import { stems, wordsIn } from "./names.ts";

const ofIds = new Set(["id", "uid", "pk", "snowflake"]);

/**
 * Whether a column is the number by which rows of its own table are known, `id` or `link_id` of `links`, that the database does not
 * count: the application makes it. Narrower ones hold no number that is unique without being counted.
 */
export function isOwnNumber(column: Column, table: Table): boolean {
  const words = wordsIn(column.name);
  const own = stems(table.name);
  return (
    /^(?:bigint|numeric(?:\((?:19|[2-9]\d)(?:,0)?\))?)$/.test(column.type) &&
    mustBeFilled(column) &&
    isUnique(table, column.name) &&
    !table.foreignKeys.some(({ columns }) => columns.includes(column.name)) &&
    words.some((word) => ofIds.has(word)) &&
    words.every((word) => ofIds.has(word) || own.includes(word))
  );
}
