import type { Endpoint, Table } from "@proofroom/domain/design/model";
import { uniqueLists } from "../column-of.ts";
import { literally } from "../ways/told/statement/statement.ts";

/** Whether an endpoint declares two answers of success, one of what is made and one of what was there: `201 | 200`. */
export const answersTwice = ({ method, responses }: Endpoint): boolean =>
  method !== "GET" && [200, 201].every((status) => responses.some((one) => one.status === status));

/**
 * Whether a statement, or a function's body, reads the row of a table by all that keeps a column unique: `select code from requests
 * where key = $1`, `from links k where k.owner = p_owner and k.request = p_request`.
 */
export function isLookedUp(column: string, table: Table, texts: readonly string[]): boolean {
  const lists = uniqueLists(table).filter((list) => list.includes(column));
  if (lists.length === 0) return false;
  const reading = new RegExp(
    String.raw`\bfrom\s{1,9}["\`]?${literally(table.name)}["\`]?\s{1,60}(?:as\s{1,9})?(?:(?!where\b)\w{1,40}\s{1,60})?where\b([^;]{0,300})`,
    "gi",
  );
  return texts.some((text) =>
    [...text.matchAll(reading)].some(([, rest = ""]) => {
      const [condition = ""] = rest.split(/\b(?:select|insert|update|delete|order|limit|then)\b|\n\s{0,9}\n/i, 1);
      return lists.some((list) => list.every((name) => isCompared(name, condition)));
    }),
  );
}

const isCompared = (name: string, condition: string): boolean =>
  new RegExp(`(?<!\\w)["\`]?${literally(name)}["\`]?\\s{0,3}=`, "i").test(condition);
