import type { Draft } from "./draft.ts";
import { type Scanner, take } from "./scanner.ts";

/** `[auth]`, `[Idempotency-Key]`, `[X-User-Id: uuid]`: a header that a request carries, in brackets behind what it asks for. */
export function takeHeaderMark(scanner: Scanner): Draft["headers"][number] | null {
  const from = scanner.at;
  const isToken = take(scanner, /\[\s*(?:auth\w*|bearer|jwt|token|login|user)\b[^\]\n]{0,80}\]/iy) !== null;
  if (isToken) return { name: "Authorization", isRequired: true, span: { from, to: scanner.at } };
  const other = take(scanner, /\[\s{0,9}`?X(?:-[A-Z\d]{1,30}){1,6}`?\??\s{0,9}(?::[^\]\n]{0,60})?\]/iy);
  const name = other === null ? undefined : /X(?:-[A-Z\d]{1,30}){1,6}/i.exec(other)?.[0];
  if (name !== undefined) return { name, isRequired: false, span: { from, to: scanner.at } };
  if (take(scanner, /[[(]?`?Idempotency-Key`?[\])]?(?!\w)/iy) === null) return null;
  return { name: "Idempotency-Key", isRequired: false, span: { from, to: scanner.at } };
}
