import type { Step } from "@proofroom/domain/design/step";
import { sentencesIn } from "../../text/sentences.ts";
import { literally } from "../ways/told/statement/statement.ts";

/**
 * What takes a code out of a pool whose rows are deleted, as the documents write it where they do not keep two from taking the same: the
 * one that is deleted is read without a lock, so that two at once choose the same, or nothing deletes it at all. Null where they write
 * otherwise, or nothing.
 */
export function unlockedDelete(pool: string, own: string, written: readonly string[]): Step[] | null {
  const text = written.join("\n\n").replaceAll(/--[^\n]*/g, " ");
  const name = `["\`]?${literally(pool)}["\`]?(?!\\w)`;
  const reads = new RegExp(
    String.raw`\bselect\b(?![^;]{0,40}\b(?:count|exists)\b)[^;]{1,200}?\bfrom\s+${name}[^;]{0,200}?\blimit\s+1\b`,
    "i",
  );
  const deletes = new RegExp(String.raw`\bdelete\s+from\s+${name}`, "i");
  const changes = new RegExp(String.raw`\b(?:delete\s+from|update|truncate)\s+${name}`, "i");
  const statements = text.split(/;|```|\n\s*\n/).map((one) => one.slice(0, longest));
  const look = statements.find((one) => reads.test(one));
  if (look === undefined || keepsApart.test(text)) return null;
  const read: Step = { get: pool, by: {}, else: noneLeft };
  if (!changes.test(text)) return isTakenAway(pool, text) ? null : [read];
  const isDeleted = statements.some((one) => deletes.test(one));
  const behind = text.slice(text.indexOf(look), text.indexOf(look) + nearby);
  if (!isDeleted || locks.test(text) || tries.test(behind)) return null;
  return [read, { delete: pool, where: { [own]: `$${pool}.${own}` } }];
}

/** More than a statement about a pool takes. */
export const longest = 1_000;
const nearby = 700;
/** What is answered where no code is left. */
export const noneLeft = 503;

const locks = /\bfor\s+(?:no\s+key\s+)?update\b|\bskip\s+locked\b/i;
const keepsApart = /advisory|\bserializable\b|\block\s+(?:table|in\s+share)|\bspop\b/i;

/** Who finds that another was first takes the next. */
const tries =
  /(?<!\p{L})(?:again|retr(?:y|ies)|loop|next|another one|erneut|nochmal|réessa\p{L}*|reintent\p{L}*|riprov\p{L}*|ponown\p{L}*|opnieuw)(?!\p{L})/iu;

/** Words of what happens to a code of the pool that is given out. */
function isTakenAway(pool: string, text: string): boolean {
  const called = new RegExp(`(?<!\\w)(?:${literally(pool)}|pool|codes?|vorrat|réserve|reserva|stock)(?!\\w)`, "iu");
  return sentencesIn(text).some((one) => called.test(one) && goes.test(one));
}
const goes =
  /(?<!\p{L})(?:delet\p{L}*|remov\p{L}*|mark\p{L}*|pop(?:s|ped)?|taken? (?:out|away)|(?:is|are) gone|moved?|lösch\p{L}*|entfern\p{L}*|markier\p{L}*|supprim\p{L}*|retir\p{L}*|elimin\p{L}*|borr\p{L}*|apag\p{L}*|remov\p{L}*|rimuov\p{L}*|cancell\p{L}*|usuw\p{L}*|verwijder\p{L}*)(?!\p{L})/iu;
