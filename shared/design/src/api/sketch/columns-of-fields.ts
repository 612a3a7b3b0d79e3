import type { Draft } from "./draft.ts";
import { fieldsIn } from "./listed-fields.ts";
import { isName } from "./said-fields.ts";
import { type Scanner, take } from "./scanner.ts";

const name = "`?[A-Za-z_]\\w{0,40}`?\\??";
/** Up to the next column, an arrow or the end of the line. */
const column = new RegExp(
  `(?:(?<=[ \\t]{2})|(?<=\\|[ \\t]))${name}(?:,[ \\t]{0,3}${name}){0,12}(?=[ \\t]{2,40}(?:[2-5]\\d\\d|->|=>|→|[a-z]{3,8}:)|[ \\t]{1,20}(?:\\||->|=>|→)|[ \\t]{0,9}\\r?(?:\\n|$))`,
  "iy",
);

/** `POST /hold   seatId, userId   201 / 409`: a column of nothing but names that are fields'. */
export function takeColumn(scanner: Scanner, draft: Draft): boolean {
  if (draft.body !== undefined || draft.summary.replace(/^\|/, "") !== "" || !/^(?:POST|PUT|PATCH)$/.test(draft.method))
    return false;
  const from = scanner.at;
  const said = take(scanner, column);
  const fields = said === null ? null : fieldsIn(said, from);
  const names = Object.keys(fields?.schema.properties ?? {});
  if (fields === null || !names.some((one) => isName.test(one))) {
    scanner.at = from;
    return false;
  }
  draft.body = fields;
  return true;
}
