import { stems } from "../../../names.ts";

/** A key of the cache and the value that is put there: `SET hold:{seat_id} {user_id} NX EX 120`, `setnx("hold:" + seatId, userId)`. */
const written =
  /\b(?:set|setnx|setex|setIfAbsent|putIfAbsent)\b[\s(]{1,3}["'`]?\p{L}[\p{L}\p{N}_]{0,30}:[^\s,]{0,50}["'`]?(?:\s[+.]\s[\w$.]{1,40})?(?:,\s?|\s)["'`{<$:#]{0,3}(\p{L}[\p{L}\p{N}_.]{1,40})/giu;

/** The words in which the documents put what a field of a request says into the cache as the value of a key; null where they put something else there. */
export function cachedFor(text: string, names: readonly string[]): string | null {
  const known = new Set(names.map((name) => stems(name).join(" ")));
  const found = [...text.matchAll(written)].find(([, value = ""]) => known.has(stems(value).join(" ")));
  return found?.[0] ?? null;
}
