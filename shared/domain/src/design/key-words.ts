import type { Idempotency } from "./step.ts";

/** Where a key is kept, as the sentence before all others. */
export function keyWords({ header, column, answer, hash, else: otherwise }: Idempotency): string {
  const beside = answer === undefined ? "" : `, and in ${answer} what was answered`;
  const again = answer === undefined ? "answers the same row" : "is answered the same";
  const other = hash === undefined ? "" : `; with another request, told by ${hash}, it answers ${otherwise ?? 422}`;
  return `Keeps ${header} in ${column}${beside}: the same key again ${again} and adds nothing${other}.`;
}
