import { ofReading, ofSentences, remembered, rememberedOf } from "../../../../text/remembered.ts";
import type { Table } from "@proofroom/domain/design/model";
import { sentencesIn } from "../../../../text/sentences.ts";
import { byJob } from "./by-job.ts";
import { durationsIn } from "./durations.ts";
import { tableNamed } from "../statement/statement.ts";
import { isOver, letsGo } from "./staying.ts";
import type { Texts } from "../texts.ts";
import { noSuch } from "../../../../text/denial.ts";

/**
 * Whether nothing in any document ends what a row of a table does: no statement changes or deletes rows whose time is up, no job comes for
 * them, and no sentence says what becomes of them. That a row has an end, and what is answered to who comes after it, ends nothing.
 */
export function isNeverEnded({ design, all }: Pick<Texts, "design" | "all">, table: Table): boolean {
  if (isEndedByStatement(all, table)) return false;
  const before = withoutNames(withoutAnswers(all.slice(0, all.length - design.length)));
  const written = sentencesIn(withoutNames(design));
  return ![...before.split("\n"), ...written].some(tellingOfEnd(table));
}

/** Whether a statement changes or deletes rows of a table whose time is up, or one that adds a row overwrites what is there. */
export const isEndedByStatement = (all: string, table: Table): boolean =>
  statementsOn(all, table).some(endsByTime) || /\bdo\s+update\b/i.test(all);

/** What changes or deletes rows of a table, with what it asks of them. */
const statementsOn = (text: string, { name }: Table): string[] =>
  text.match(
    new RegExp(`\\b(?:delete\\s+from|update)\\s+(?:only\\s+)?${tableNamed(name)}(?![\\w.])[^;\`]{0,300}`, "gi"),
  ) ?? [];

const endsByTime = (statement: string): boolean =>
  comesAfter.test(statement) || isOver(statement.replace(/\w{1,60}_\w{1,60}/g, " "));

/** How a time that is over is compared with now. */
const comesAfter =
  /<=?\s{0,3}\(?(?:now|current_timestamp|clock_timestamp|localtimestamp|sysdate)|(?:now\(\)|current_timestamp)\s{0,3}>|\bbetween\b/i;

const tellingOfEnd = rememberedOf((table: Table) => remembered((one) => tellsOfEnd(one, table), ofSentences));

function tellsOfEnd(sentence: string, table: Table): boolean {
  const isAnyOver = isOver(sentence) || timeIsUp.test(sentence);
  if (comesAfter.test(sentence)) return true;
  if (letsGo(sentence, table)) return true;
  if (byJob.test(sentence) && !noJob.test(sentence) && (isAnyOver || becomes.test(sentence))) return true;
  if (isAnyOver) return becomes.test(sentence) || !answersWhoComes.test(sentence);
  return becomes.test(sentence) && (durationsIn(sentence).length > 0 || later.test(sentence));
}

const timeIsUp =
  /\b(?:time(?:'s| is)? (?:up|over|out)|runs? out|ran out|out of time|time limit|past|dead|zombie|old|vorbei|läuft ab|ablauf\p{L}*|gelten|ttl elapses)\b/iu;

/** What becomes of a seat whose hold has ended. */
const becomes =
  /(?<![\p{L}_])(?:(?:releas|ignor|skip|count|treat|reclaim|mark|flip|turn|frei|libr|libér|libera|livr|liberad|disponi|disponí|vrij|woln|zwaln|ledig)\p{L}*|fre(?:e|ed|es|eing)|available|vacant|again|tak(?:es?|en|ing)[- ]over|expire\p{L}*\s(?:it|them|old)|return(?:s|ed)?\sto|goes\sback|retr(?:y|ies|ied)|try\s|tries|sets?\s|clos(?:es|ed)|swe(?:ep\p{L}*|pt)|wieder|de nuevo|otra vez|de novo|di nuovo|à nouveau|opnieuw|igen)(?![\p{L}_])/iu;

const later =
  /(?<![\p{L}_])(?:after|once|when|until|automatic\p{L}*|by itself|themselves|nach|sobald|wenn|tras|cuando|après|quand|lorsque|depois|quando|dopo|na|wanneer|automatis\p{L}*|automát\p{L}*|automat\p{L}*)(?![\p{L}_])/iu;

const answersWhoComes =
  /\b4(?:\d\d|xx)\b|(?<![\p{L}_])(?:gone|refus\p{L}*|reject\p{L}*|error|confirm\p{L}*|abgelehnt|rechaz\p{L}*|rejet\p{L}*|rejeit\p{L}*|recus\p{L}*|rifiut\p{L}*)(?![\p{L}_])/iu;

const noJob = new RegExp(
  `${noSuch}\\s(?:\\p{L}{1,20}\\s){0,2}(?:cron\\p{L}*|jobs?|sweep\\p{L}*|schedul\\p{L}*|workers?|timers?|reaper|background|daemons?|batch\\p{L}*|tâches?|tareas?|tarefas?)(?!\\p{L})`,
  "iu",
);

/** The answers that are declared, and the states that a row may have. */
const withoutAnswers = (text: string): string =>
  text
    .replace(/['"]?\b[45]\d\d\b['"]?\s?:\s{0,40}(?:\{\s?)?(?:\$ref|description)\s?:[^\n]{0,200}/g, " ")
    .replace(/\benum\b\s?[:(]?\s?[[(][^\])]{0,300}[\])]/gi, " ")
    .replace(/^\s{0,40}-\s["']?\w{1,40}["']?\s*$/gm, " ")
    .replace(/'\w{1,40}'/g, " ");

/** The name of a column, or of a field, alone says nothing, and no more does a drawing's or a state's. */
const withoutNames = remembered(
  (text: string): string =>
    text.replace(/\w{1,60}_\w{1,60}|\b[a-z]{1,40}[A-Z]\w{0,40}|\b\w{1,40}(?:\s?[|/]\s?\w{1,40}){2,8}/g, " "),
  ofReading,
);
