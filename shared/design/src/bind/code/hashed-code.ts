import type { Column } from "@proofroom/domain/design/model";
import type { Value } from "@proofroom/domain/design/step";
import { fieldType } from "@proofroom/domain/problem/field-type";
import type { Asked } from "../asking/asked.ts";
import { hashFor, isSomeHash } from "../key/beside-key.ts";
import { isUnique } from "../column-of.ts";
import { hashLength } from "./hash-length.ts";
import { madeCode } from "./made-code.ts";
import { isNamed } from "../sense.ts";

/** A code that the design says is a hash of its URL, or the URL's hash beside a code, in place of what is drawn; else null. */
export function hashedCode(
  drawn: Value,
  column: Column,
  values: Record<string, Value>,
  { table, capability, senses, written = [] }: Asked,
): { value: Value; isAnswer: boolean } | null {
  if (typeof drawn !== "object" || drawn === null || !("base62" in drawn)) return null;
  const made = madeCode(column, written);
  const codes = senses.filter(({ field }) => capability !== undefined && Object.hasOwn(capability.out, field));
  const isOfUrl = isSomeHash(column) && isAddress.test(column.name) && !codes.some((one) => isNamed(one, column.name));
  if (made?.by !== "hash" && !isOfUrl) return null;
  const asked = Object.entries(capability?.in ?? {}).flatMap(([field, type]) =>
    fieldType(type).type === "url" ? senses.filter((one) => one.field === field) : [],
  );
  const isUrl = (name: string): boolean => isAddress.test(name) || asked.some((one) => isNamed(one, name));
  const urls = Object.entries(values).filter(([name, value]) => isUrl(name) && typeof value === "string");
  const [url, ...others] = new Set(urls.map(([, value]) => value));
  if (url === undefined || others.length > 0) return null;
  // All of it: what it stands for is the URL, and no code.
  if (isOfUrl) return { value: hashFor(column, url), isAnswer: false };
  if (made?.by !== "hash") return null;
  const first = hashLength(column, made.first);
  return { value: { hash: url, first }, isAnswer: made.whenTaken === "is-the-answer" && isUnique(table, column.name) };
}

const isAddress = /url|uri|link|target|destination|address/i;
