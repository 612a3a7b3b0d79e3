import type { Table } from "@proofroom/domain/design/model";
import { stems, wordsIn } from "../names.ts";

/** How SQL and people's frameworks say that a row is locked until the transaction is over. */
const locking =
  /\bfor\s+(?:no\s+key\s+)?update\b(?!\s+skip\s+locked)|lockForUpdate|select_for_update|with_lock\b|\.lock!|pessimistic_?(?:write|lock)|pessimistic\s+lock|\block(?:s|ed|ing)?\s+(?:the\s+|its\s+)?(?:seat|row)/gi;

/** The words with which a text says that rows of a table are locked; null where it says so of another table, or of none. */
export function lockedIn(text: string, { name }: Table): string | null {
  for (const found of text.matchAll(locking)) {
    const before =
      text
        .slice(Math.max(0, found.index - 300), found.index)
        .split(/;|\n\s*\n/)
        .at(-1) ?? "";
    const of = [...before.matchAll(/\bfrom\s+(?:\w+\.)?["`]?(\w+)/gi)].at(-1)?.[1];
    const isMeant =
      of === undefined
        ? stems(name).some(
            (stem) =>
              stem.length > 2 && wordsIn(`${before.slice(-160)} ${found[0]}`).some((word) => word.startsWith(stem)),
          )
        : of.toLowerCase() === name.toLowerCase();
    if (isMeant) return found[0].replace(/\s+/g, " ");
  }
  return null;
}
