import type { Column, Table } from "@proofroom/domain/design/model";
import { isUnique, mustBeFilled } from "../column-of.ts";
import { stems, wordsIn } from "../names.ts";

const ofIds = new Set(["id", "uid", "pk", "snowflake"]);
/** What houses with rules for names call the number of a row. */
const ofNumbers = new Set("nr no num nbr number numero nummer numer seq sequence serial sk".split(" "));

/**
 * Whether a column is the number by which rows of its own table are known, `id`, `link_id` or `link_nr` of `links`, that the database does not
 * count: the application makes it, be it the key or what a code is made of. Narrower ones hold no number that is unique without being counted.
 */
export function isOwnNumber(column: Column, table: Table): boolean {
  const words = wordsIn(column.name);
  const own = stems(table.name);
  const isId = (word: string): boolean => ofIds.has(word) || ofNumbers.has(word);
  return (
    /^(?:bigint|numeric(?:\((?:19|[2-9]\d)(?:,0)?\))?)$/.test(column.type) &&
    mustBeFilled(column) &&
    isUnique(table, column.name) &&
    !table.foreignKeys.some(({ columns }) => columns.includes(column.name)) &&
    words.some(isId) &&
    words.every((word) => isId(word) || own.includes(word))
  );
}
