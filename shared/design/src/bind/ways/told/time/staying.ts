import { ofSentences, remembered } from "../../../../text/remembered.ts";
import type { Table } from "@proofroom/domain/design/model";
import { asSaid, sentencesIn } from "../../../../text/sentences.ts";
import { stems, wordsIn } from "../../../names.ts";
import type { PlayedTable } from "../../cast/played.ts";
import { denying } from "../../../../text/denial.ts";

/** That a row goes, or another one takes its place. */
const goes =
  /(?<![\p{L}_])(?:(?:delet|remov|purg|reap|evict|overwr|replac|re-?us|recycl|steal|upsert|truncat|prun|vanish|destroy|lösch|gelöscht|entfern|überschr|ersetz|borr|elimin|sobre?scr|supprim|effac|écras|remplac|apag|sovrascr|verwijder|usuw)\p{L}*|drops?|dropped|clear(?:s|ed)?|clean(?:s|ed|up)?|tak(?:es?|en|ing)[- ]?over|do update|usuń)(?![\p{L}_])/giu;

/** That nobody does so: `no se borran`, `are never deleted`, `ne sont pas supprimées`, `löscht niemand`. */
const deniedBefore = new RegExp(`${denying(["not", "no", "nothing", "without"])}[^.;:,()\\n]{0,25}$`, "iu");
const deniedBehind =
  /^[^.;:,()\n]{0,15}(?<![\p{L}_])(?:nothing|none|nicht|nichts|nie|niemand|niemals|pas|jamais|rien|nada|nunca|niets|niet|nooit|niente|mai)(?![\p{L}_])/iu;

/** That a row is given another state. */
const turns =
  /(?<![\p{L}_])(?:(?:mark|flip|turn|becom|mov|chang|transition|updat|markier|marca|pasa|pone|cambia|marqu|passe|segna)\p{L}*|set|sets|status|state|setzt|gesetzt|wird|zet|gezet)(?![\p{L}_])/iu;

/** A route, which a client calls, says nothing of what has ended by itself. */
const ofRoute = /\bdelete\s+`?\//i;

const ended =
  /expir|timed? out|too old|elapsed|lapsed|stale|overdue|ended|no longer|abgelaufen|vencid|caduc|périm|scad|verlop|wygas|utg[aå]|süre/i;

/** Whether a text speaks of something that is over. */
export const isOver = (text: string): boolean => ended.test(text);

/**
 * The sentence that leaves rows of a table where they are when their time is over, in the state that the schema spells for that.
 * Null where none does, or where one lets them go or gives their place away.
 */
export function stayingIn(text: string, { table, columns }: PlayedTable): string | null {
  const states = [...columns.values()].flatMap(({ spelled, values }) =>
    spelled.has("over") ? [values.get("over")] : [],
  );
  const over = states.map((state) => String(state).toLowerCase());
  const sentences = sentencesIn(text).filter((one) => isOf(one, table));
  if (sentences.some((one) => letsGo(one, table))) return null;
  const said = sentences.find((one) => turns.test(one) && wordsIn(one).some((word) => over.includes(word)));
  return said === undefined ? null : asSaid(said);
}

/** Whether a sentence has rows of a table go, or what is over. */
export const letsGo = (sentence: string, table: Table): boolean => isOf(sentence, table) && saysGoing(sentence);

const saysGoing = remembered(
  (sentence: string): boolean =>
    !ofRoute.test(sentence) &&
    [...sentence.matchAll(goes)].some(
      ({ index, 0: word }) =>
        !deniedBefore.test(sentence.slice(Math.max(0, index - 40), index)) &&
        !deniedBehind.test(sentence.slice(index + word.length, index + word.length + 30)),
    ),
  ofSentences,
);

/** Whether a sentence speaks of a table's rows, or of what is over. */
const isOf = (sentence: string, { name }: Table): boolean => speakingOfRows(name)(sentence);

const speakingOfRows = remembered((table) =>
  remembered(
    (sentence): boolean =>
      ended.test(sentence) ||
      wordsIn(sentence).some((word) => stems(table).some((stem) => stem.length > 2 && word.startsWith(stem))),
    ofSentences,
  ),
);
