import type { JsonSchema } from "./json-schema.ts";

const most = { length: 300, fields: 20 };

/** `hold_id, expires_at` or `{code, shortUrl}`: a name, and at most a word of what it holds. */
const field = /^([\p{L}_][\p{L}\p{N}_]{0,40})(?:\s\p{L}{1,20})?$/u;

/** A name that is no word of a sentence: `hold_id`, `expiresAt`, `id`. */
const isName = (text: string): boolean => /_|\p{Ll}\p{Lu}|^(?:id|code|url|slug)$/u.test(text);

/** The fields of an answer whose description is nothing but their names; undefined of any other description. */
export function describedFields(description: string | undefined): JsonSchema | undefined {
  const text = description?.trim().replace(/^\{\s*(.*?)\s*\}$/, "$1") ?? "";
  if (text === "" || text.length > most.length) return undefined;
  const names = text.split(/\s*,\s*/).map((part) => field.exec(part)?.[1]);
  const known = names.filter((name) => name !== undefined);
  const isList =
    known.length === names.length && known.length <= most.fields && known.filter(isName).length * 2 > known.length;
  return isList ? { type: "object", properties: Object.fromEntries(known.map((name) => [name, {}])) } : undefined;
}
