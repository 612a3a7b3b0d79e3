import type { Idempotency } from "./step.ts";
import { value } from "./words-of-values.ts";

/** Where a request carries the key by which it is known again. */
export type KeySource = { header: string } | { sent: string };

/** A reference to the key, as steps have it. */
export const keyReference = (source: KeySource): string =>
  "header" in source ? `$header.${source.header.toLowerCase()}` : source.sent;

/** `Idempotency-Key`, `request_id`. */
export const keyName = (source: KeySource): string =>
  "header" in source ? source.header : source.sent.replace(/^\$\w+\./, "");

/** What another request under a known key is answered. */
export const otherStatus = (kept: Idempotency): number => kept.else ?? ("sent" in kept ? 409 : 422);

/** Where a key is kept, as the sentence before all others. */
export function keyWords(kept: Idempotency): string {
  const { column, within, answer, hash } = kept;
  const key = "header" in kept ? kept.header : value(kept.sent);
  const apart = within === undefined ? "" : `, for each ${Object.keys(within).join(" and ")} apart`;
  const beside = answer === undefined ? "" : `, and in ${answer} what was answered`;
  const again = answer === undefined ? "answers the same row" : "is answered the same";
  const told = hash === undefined ? "" : `, told by ${hash},`;
  const other =
    hash === undefined && "header" in kept ? "" : `; with another request${told} it answers ${otherStatus(kept)}`;
  return `Keeps ${key} in ${column}${apart}${beside}: the same key again ${again} and adds nothing${other}.`;
}
