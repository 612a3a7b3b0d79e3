import type { Draft } from "./draft.ts";
import { type Scanner, take } from "./scanner.ts";

/** `[auth]`, `[Idempotency-Key]`: a header that a request carries, in brackets behind what it asks for. */
export function takeHeaderMark(scanner: Scanner): Draft["headers"][number] | null {
  const from = scanner.at;
  const isToken = take(scanner, /\[\s*(?:auth\w*|bearer|jwt|token|login|user)\b[^\]\n]{0,80}\]/iy) !== null;
  if (isToken) return { name: "Authorization", isRequired: true, span: { from, to: scanner.at } };
  if (take(scanner, /[[(]?`?Idempotency-Key`?[\])]?(?!\w)/iy) === null) return null;
  return { name: "Idempotency-Key", isRequired: false, span: { from, to: scanner.at } };
}
