import type { Table } from "@proofroom/domain/design/model";
import type { Value } from "@proofroom/domain/design/step";
import { sentencesIn } from "../../../../text/sentences.ts";
import { isNamedIn, literally, type Update, whole } from "../statement/statement.ts";

/**
 * What an update asks of the rows where a sentence says what it sets, and a where clause without a statement says of which:
 * "flip the seat to SOLD (`WHERE hold_token = :token`)". Null where none does, or where it leaves something out.
 */
export function bareWhereIn(text: string, table: Table, set: Record<string, Value>): Update | null {
  for (const sentence of sentencesIn(text.replace(semicolons, "$1"))) {
    const found = bare.exec(sentence);
    if (found === null || ofStatement.test(sentence.slice(0, found.index))) continue;
    const where = whole(found[1] ?? found[2] ?? found[3] ?? "");
    const around = sentence.replace(found[0], " ");
    if (where !== null && isOf(where, table) && writes(around, set)) return { sets: "", where };
  }
  return null;
}

/** A statement in a sentence's code ends no sentence. */
const semicolons = /;(?=`)|(`[^`\n]{0,300}`);/g;

/** A clause in code or in brackets, or one in capitals that the sentence itself goes on with. */
const bare =
  /`\s{0,2}(?:where|WHERE)\s([^`;]{3,300})`|\(\s{0,2}(?:where|WHERE)\s((?:[^();]|\([^()]{0,60}\)){3,300})[);]|(?<=\p{L}['"`)]{0,2},?\s)WHERE\s([^;,`]{3,300}?)(?=[.;,]?$|[;,]|\s(?:->|→|–|—))/u;

/** What comes before a where of its own. */
const ofStatement =
  /\b(?:select|delete\s+from|insert\s+into|update\s+["`\w.]+\s+set|index|constraint|unique|conflict|exclude|filter|policy|view)\b/i;

/** Whether a condition is of columns that a table has, and of no others. */
function isOf(where: string, { columns }: Table): boolean {
  const compared = [
    ...where.matchAll(
      /(?<![:$@\p{L}\p{N}_.])(?:\w{1,30}\.)?["]?([\p{L}_][\p{L}\p{N}_]*)"?\s{0,2}(?:[=<>!]|\bis\b|\bin\b|\bbetween\b)/giu,
    ),
  ].map(([, name = ""]) => name.toLowerCase());
  return compared.length > 0 && compared.every((name) => columns.some((one) => one.name.toLowerCase() === name));
}

/** Whether a sentence says one of the words that are written, or the column that they are written into. */
const writes = (sentence: string, set: Record<string, Value>): boolean =>
  Object.entries(set).some(
    ([column, value]) =>
      isNamedIn(sentence, column) ||
      (typeof value === "string" &&
        /^\p{L}/u.test(value) &&
        new RegExp(`(?<![\\p{L}\\p{N}_])${literally(value)}(?![\\p{L}\\p{N}_])`, "iu").test(sentence)),
  );
