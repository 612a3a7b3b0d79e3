import type { Column } from "@proofroom/domain/design/model";
import { isMoment } from "@proofroom/domain/design/moment";
import type { Step, Value, Where } from "@proofroom/domain/design/step";
import { asSaid, sentencesIn } from "../../text/sentences.ts";
import type { Asked } from "../asking/asked.ts";
import { spaced } from "../names.ts";
import { denying } from "../../text/denial.ts";

/** What is gone, by its name, in the languages in which designs are written here. */
const gone =
  "deleted|removed|revoked|disabled|deactivated|archived|withdrawn|gelöschte?[rnms]?|geloescht|entfernte?[rnms]?|deaktiviert|borrad[oa]s?|eliminad[oa]s?|desactivad[oa]s?|supprimée?s?|supprime|désactivée?s?|desactive|apagad[oa]s?|exclu[ií]d[oa]s?|removid[oa]s?|desativad[oa]s?|cancellat[oaie]|eliminat[oaie]|rimoss[oaie]|verwijderde?|usunięt\\p{L}*|usuniet\\p{L}*|raderad[et]?|borttagen|silin\\p{L}*|удал[её]н\\p{L}*";
const isGoneName = new RegExp(`(?<!\\p{L})(?:${gone})(?!\\p{L})`, "iu");

const soft =
  /(?<!\p{L})soft[- ]?delet\p{L}*|(?<!\p{L})(?:borrado lógico|suppression logique|exclusão lógica|cancellazione logica|logisch(?:es)? löschen)(?!\p{L})/iu;
const verb =
  "sets?|setting|marks?|fills?|stamps?|writes?|updates?|flips?|setzt|markiert|füllt|pone|marca|rellena|actualiza|met|marque|remplit|renseigne|define|preenche|atualiza|imposta|compila|zet|ustawia|sätter|ставит|заполняет";
const done =
  "set|filled|stamped|written|gesetzt|gefüllt|mise?|remplie?|puest[oa]|preenchid[oa]|impostat[oa]|gezet|ustawian[ye]";
const denied = new RegExp(`${denying(["not", "no", "without", "instead"])}[^.;,]{0,12}$`, "iu");

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

/** The column that says of a row that it is gone, and the sentence by which deleting a row fills it; null where none does. */
function softly({ table, written = [] }: Asked): { column: Column; said: string } | null {
  const marks = table.columns.filter(
    (column) =>
      isGoneName.test(spaced(column.name)) && ((isMoment(column) && column.nullable) || column.type.startsWith("bool")),
  );
  const [column] = marks;
  if (column === undefined || marks.length > 1) return null;
  const comment = column.comment ?? "";
  const said = [...written, comment].flatMap(sentencesIn).find((one) => isFilled(one, column.name) && !isCreated(one));
  return said === undefined ? null : { column, said: asSaid(said) };
}

/** A table's own line in a schema that is written down once more. */
const isCreated = (sentence: string): boolean => /\bcreate\s+table\b|\badd\s+column\b/i.test(sentence);

/** What deleting a row does where it is told that the row stays and says that it is gone: `set deleted_at = now()`; null where it goes. */
export function markedGone(asked: Asked, where: Where): { step: Step; because: string } | null {
  const found = softly(asked);
  if (found === null) return null;
  const { column, said } = found;
  const value: Value = isMoment(column) ? "$now" : true;
  return { step: { update: asked.table.name, set: { [column.name]: value }, where }, because: `it is told: ${said}` };
}

/** What is answered of a row that has been read and is gone, where that is told: `a deleted link answers 404`. */
export function unlessGone(asked: Asked): Step[] {
  const found = softly(asked);
  const status = found === null ? null : goneStatus(asked, found.column);
  if (found === null || status === null) return [];
  const { column } = found;
  const isGone: Where = { [column.name]: isMoment(column) ? { lte: "$now" } : true };
  // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary, and a list, so nothing takes it for a promise
  return [{ if: isGone, then: [{ return: { status } }] }];
}

/** By what a row that is gone is answered; null where it is not told. */
function goneStatus({ written = [] }: Asked, { name }: Column): number | null {
  const looked = new RegExp(`\\b${name}"?\\s+is\\s+null\\b|\\bnot\\s+"?${name}\\b|\\b${name}"?\\s*=\\s*false\\b`, "i");
  const behind = new RegExp(`(?<!\\p{L})(?:${gone}|${name})(?!\\p{L})[^\\d]{0,60}(404|410)(?!\\d)`, "iu");
  const before = new RegExp(`(?<!\\d)(404|410)[^\\d]{0,60}(?<!\\p{L})(?:${gone}|${name})(?!\\p{L})`, "iu");
  const clauses = written.flatMap((text) => sentencesIn(text.replace(route, " "))).flatMap((one) => one.split(/[,;]/));
  const told = clauses.flatMap((one) => (behind.exec(one) ?? before.exec(one))?.[1] ?? []);
  if (told[0] !== undefined) return Number(told[0]);
  return written.flatMap(sentencesIn).some((one) => looked.test(one) && /\bselect\b/i.test(one)) ? 404 : null;
}

const route = /(?<!\w)(?:get|post|put|patch|delete)\s{1,9}\/[^\n|]{0,300}/gi;
