import type { Column, Table } from "@proofroom/domain/design/model";
import type { Where } from "@proofroom/domain/design/step";

/**
 * What a written condition asks to be empty, whatever else the row is: `booking_code IS NULL` between its `AND`s, and none of what stands
 * beside an `OR`, or in brackets. `known` are columns that are asked about anyway.
 */
export function askedEmpty(condition: string, { columns }: Table, known: readonly string[]): Where {
  if (/\bor\b/i.test(withoutBrackets(condition))) return {};
  const asked = withoutBrackets(condition)
    .split(/\band\b/i)
    .flatMap((part) => isNull.exec(part)?.[1]?.toLowerCase() ?? []);
  const isMeant = ({ name, nullable }: Column): boolean =>
    nullable && asked.includes(name.toLowerCase()) && !known.includes(name);
  return Object.fromEntries(columns.filter(isMeant).map(({ name }) => [name, null]));
}

const isNull = /^\s*(?:"?\w{1,63}"?\.)?"?(\w{1,63})"?\s+is\s+null\s*$/i;

function withoutBrackets(text: string): string {
  let depth = 0;
  let left = "";
  for (const sign of text) {
    if (sign === "(") depth += 1;
    else if (sign === ")") depth = Math.max(0, depth - 1);
    else if (depth === 0) left += sign;
  }
  return left;
}
