import { ofReading, remembered } from "../../../../text/remembered.ts";
import { plain, stems } from "../../../names.ts";

/** How a key of a cache is written: `hold:{hold_id}`, `seat:<id>`, `hold:${holdId}`, `"hold:" + token`; colons are fewer than words. */
const cacheKey =
  /(?<=(?<![\p{L}\p{N}])(\p{L}[\p{L}\p{N}_]{1,30})):(?:[{<$#%[(]{1,3}|["'`]\s{0,2}[+.]\s{0,2}\$?)\s?([\p{L}_][\p{L}\p{N}_.]{1,40})/gu;

/**
 * The key of a cache that is written for each row of a role, and that names it by its own: `hold:{hold_id}`, or `hold:{id}` where what
 * it is about has a key beside it, `seat:{id}`. Null where none is.
 */
export function ownCacheKey(text: string, names: readonly string[], about: readonly string[]): string | null {
  const isOf = (word: string, list: readonly string[]): boolean =>
    stems(word).some((stem) => list.some((name) => plain(name) === stem));
  const keys = keysIn(text);
  const isBeside = keys.some(({ prefix }) => isOf(prefix, about));
  const found = keys.find(
    ({ prefix, hole }) =>
      isOf(prefix, names) &&
      !isOf(hole, about) &&
      (isOf(hole, names) || stems(hole).some((stem) => byItself.has(stem)) || (isBeside && stems(hole).includes("id"))),
  );
  return found?.said ?? null;
}

const keysIn = remembered(
  (text): readonly { said: string; prefix: string; hole: string }[] =>
    [...text.matchAll(cacheKey)].map(([behind, prefix = "", hole = ""]) => ({ said: prefix + behind, prefix, hole })),
  ofReading,
);

const byItself: ReadonlySet<string> = new Set(["token", "uuid", "code", "ref"]);
