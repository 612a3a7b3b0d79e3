import type { Table } from "@proofroom/domain/design/model";
import { isTextColumn } from "../../schema/column-kind.ts";
import { isOwner } from "../owner/caller.ts";
import { mustBeFilled, uniqueLists } from "../column-of.ts";
import { isKeyName } from "../key/idempotency.ts";

/**
 * In whatever language it is called: of what nothing else fills the one whose comment speaks of a URL, else the only one that
 * has room for it.
 */
export function unnamedAddress(table: Table, others: readonly string[]): string | undefined {
  const refers = new Set([...others, ...table.foreignKeys.flatMap(({ columns }) => columns)]);
  const texts = table.columns.filter(
    (column) =>
      isTextColumn(column) &&
      mustBeFilled(column) &&
      !refers.has(column.name) &&
      !isOwner(column, table) &&
      !isKeyName(column.name) &&
      !uniqueLists(table).some((list) => list.includes(column.name)),
  );
  const told = texts.filter(({ comment = "" }) => /\b(?:ur[il]|https?)\b/i.test(comment));
  const long = texts.filter(({ type }) => Number(/\((\d+)\)/.exec(type)?.[1] ?? Infinity) >= shortest);
  return [told, long].find((found) => found.length === 1)?.[0]?.name;
}

/** Nobody keeps a URL in less than this and anything else of a link in more. */
const shortest = 500;
