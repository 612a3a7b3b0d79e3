import { isMoment } from "@proofroom/domain/design/moment";
import type { Step } from "@proofroom/domain/design/step";
import type { Asked } from "../asking/asked.ts";
import { isEnd } from "../ending.ts";
import { literally, looksIn } from "../ways/told/statement/statement.ts";

/**
 * What a read answers for a row that is over, where its table keeps until when it holds: the 410 that it declares, or a 404 where its
 * statement asks for what still holds, `where code = $1 and expires_at > now()`; nothing where neither says so.
 */
export function goneOnceOver({ endpoint, table, written = [] }: Asked, keys: readonly string[]): Step[] {
  const [end, other] = table.columns.filter((column) => isMoment(column) && isEnd(column.name));
  if (end === undefined || other !== undefined) return [];
  const isDeclared = endpoint.responses.some(({ status }) => status === 410);
  const isAsked = written
    .flatMap((text) => looksIn(text, table))
    .some((asked) => keys.some((key) => word(key).test(asked)) && stillHolds(end.name).test(asked));
  if (!isDeclared && !isAsked) return [];
  // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary, and a list, so nothing takes it for a promise
  return [{ if: { [end.name]: { lt: "$now" } }, then: [{ return: { status: isDeclared ? 410 : 404 } }] }];
}

const word = (name: string): RegExp => new RegExp(`(?<!\\w)${literally(name)}(?!\\w)`, "i");

const now = "(?:(?:now|clock_timestamp|sysdate|getdate|utc_timestamp)\\(\\)|current_timestamp|localtimestamp|[:@$]now)";

/** `expires_at > now()`, `now() <= l.expires_at`. */
const stillHolds = (end: string): RegExp =>
  new RegExp(
    `(?<!\\w)"?${literally(end)}"?\\s{0,9}>=?\\s{0,9}${now}|${now}\\s{0,9}<=?\\s{0,9}(?:\\w+\\.)?"?${literally(end)}(?!\\w)`,
    "i",
  );
