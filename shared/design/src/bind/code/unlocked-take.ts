import type { Step } from "@proofroom/domain/design/step";
import { longest, noneLeft, unlockedDelete } from "./unlocked-delete.ts";
import { literally } from "../ways/told/statement/statement.ts";

type Take = Extract<Step, { take: string }>;

/**
 * What takes a code out of a pool as the documents write it where they do not keep two from taking the same: a row that is free is
 * read without a lock, and marked by its code alone, whoever has marked it meanwhile. Null where they write otherwise, or nothing.
 */
export function unlockedTake({ take, where = {}, set }: Take, own: string, written: readonly string[]): Step[] | null {
  const text = written.join("\n\n");
  const marks = Object.keys(set ?? {});
  if (set === undefined) return unlockedDelete(take, own, written);
  if (marks.length === 0 || keepsApart.test(text)) return null;
  const statements = text.split(/;|```|\n\s*\n/).map((one) => one.replaceAll(/--[^\n]*/g, " ").slice(0, longest));
  const name = `["\`]?${literally(take)}["\`]?(?![\\w])`;
  const looks = new RegExp(
    String.raw`^(?:sql|postgresql|pgsql)?\s*select\b(?![^;]*\bcount\s?\()[^;]*\bfrom\s+${name}`,
    "i",
  );
  const changes = new RegExp(String.raw`^(?:sql|postgresql|pgsql)?\s*update\s+${name}\s[^;]*?\bwhere\b([^;]*)$`, "i");
  const changed = statements.flatMap((one) => changes.exec(one)?.[1] ?? []);
  const isLooked = statements.some((one) => looks.test(one));
  const isSeen = (condition: string): boolean =>
    /\bselect\b/i.test(condition) ||
    marks.some((mark) => new RegExp(`(?<!\\w)${literally(mark)}(?!\\w)`, "i").test(condition));
  if (!isLooked || changed.length === 0 || changed.some(isSeen)) return null;
  return [
    { get: take, by: where, else: noneLeft },
    { update: take, set, where: { [own]: `$${take}.${own}` } },
  ];
}

/** What lets one at a time have a row, wherever the documents speak of it. */
const keepsApart =
  /\bfor\s+(?:no\s+key\s+)?update\b|\bskip\s+locked\b|\badvisory|\bserializable\b|\block\s+(?:table|in\s+share)|\bspop\b|\bdelete\s+from\b/i;
