import { isMoment } from "@proofroom/domain/design/moment";
import type { Step, Where } from "@proofroom/domain/design/step";
import { asSaid, sentencesIn } from "../../text/sentences.ts";
import { gone, looksAtState, type Mark, marksOf } from "./gone-marks.ts";
import { denied, verb } from "./soft-words.ts";
import { isPutInto } from "./put-into-state.ts";
import type { Asked } from "../asking/asked.ts";

const soft =
  /(?<!\p{L})soft[- ]?delet\p{L}*|(?<!\p{L})(?:borrado lógico|suppression logique|exclusão lógica|cancellazione logica|logisch(?:es)? löschen)(?!\p{L})/iu;
const done =
  "set|filled|stamped|written|gesetzt|gefüllt|mise?|remplie?|puest[oa]|preenchid[oa]|impostat[oa]|gezet|ustawian[ye]";
/** Whether a sentence tells that deleting fills a column, `deleted_at = now()`, and not that it is looked at. */
function isFilled(sentence: string, name: string): boolean {
  const forms = [
    soft,
    new RegExp(`(?<!\\p{L})(?:${verb})(?!\\p{L})(?:(?!where)[^.;]){0,40}?(?<!\\w)${name}(?!\\w)`, "iu"),
    new RegExp(`(?<!\\w)${name}(?!\\w)[^.;]{0,25}(?<!\\p{L})(?:${done})(?!\\p{L})`, "iu"),
    new RegExp(
      `(?<!\\w)${name}["\`]?\\s{0,3}[:=]{1,2}\\s{0,3}(?:now|current_timestamp|true|new Date|clock|\\$\\d)`,
      "iu",
    ),
  ];
  return forms.some((form) => {
    const found = form.exec(sentence);
    return found !== null && !denied.test(sentence.slice(Math.max(0, found.index - 40), found.index));
  });
}

/** How a table says of a row that it is gone, and the sentence by which deleting a row fills that in; null where none does. */
function softly({ table, written = [] }: Asked): { mark: Mark; said: string } | null {
  const marks = marksOf(table);
  const sentences = written.flatMap(sentencesIn).filter((one) => !isCreated(one));
  const told = marks.flatMap((mark) => {
    const said = [...sentences, ...sentencesIn(mark.column.comment ?? "")].find((one) => isMarked(one, mark));
    return said === undefined ? [] : [{ mark, said: asSaid(said) }];
  });
  const isClear = marks.filter(({ isState }) => !isState).length < 2;
  return isClear ? (told[0] ?? null) : null;
}

const isMarked = (sentence: string, mark: Mark): boolean =>
  mark.isState ? isPutInto(sentence, mark) : isFilled(sentence, mark.column.name);

/** A table's own line in a schema that is written down once more. */
const isCreated = (sentence: string): boolean => /\bcreate\s+table\b|\badd\s+column\b/i.test(sentence);

/** What deleting a row does where it is told that the row stays and says that it is gone: `set deleted_at = now()`; null where it goes. */
export function markedGone(asked: Asked, where: Where): { step: Step; because: string } | null {
  const found = softly(asked);
  if (found === null) return null;
  const { column, value } = found.mark;
  return {
    step: { update: asked.table.name, set: { [column.name]: value }, where },
    because: `it is told: ${found.said}`,
  };
}

/** What is answered of a row that has been read and is gone, where that is told: `a deleted link answers 404`. */
export function unlessGone(asked: Asked): Step[] {
  const found = softly(asked);
  const status = found === null ? null : goneStatus(asked, found.mark);
  if (found === null || status === null) return [];
  const { column, value } = found.mark;
  const isGone: Where = { [column.name]: isMoment(column) ? { lte: "$now" } : value };
  // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary, and a list, so nothing takes it for a promise
  return [{ if: isGone, then: [{ return: { status } }] }];
}

/** By what a row that is gone is answered; null where it is not told. */
function goneStatus({ written = [] }: Asked, mark: Mark): number | null {
  const { name } = mark.column;
  const looked = new RegExp(
    `\\b${name}"?\\s+is\\s+null\\b|\\bnot\\s+"?${name}\\b|\\b${name}"?\\s*=\\s*false\\b${looksAtState(mark)}`,
    "i",
  );
  const behind = new RegExp(`(?<!\\p{L})(?:${gone}|${name})(?!\\p{L})[^\\d]{0,60}(404|410)(?!\\d)`, "iu");
  const before = new RegExp(`(?<!\\d)(404|410)[^\\d]{0,60}(?<!\\p{L})(?:${gone}|${name})(?!\\p{L})`, "iu");
  const clauses = written.flatMap((text) => sentencesIn(text.replace(route, " "))).flatMap((one) => one.split(/[,;]/));
  const told = clauses.flatMap((one) => (behind.exec(one) ?? before.exec(one))?.[1] ?? []);
  if (told[0] !== undefined) return Number(told[0]);
  return written.flatMap(sentencesIn).some((one) => looked.test(one) && /\bselect\b/i.test(one)) ? 404 : null;
}

const route = /(?<!\w)(?:get|post|put|patch|delete)\s{1,9}\/[^\n|]{0,300}/gi;
