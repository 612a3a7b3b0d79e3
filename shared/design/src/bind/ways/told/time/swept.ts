import type { Table } from "@proofroom/domain/design/model";
import { asSaid, sentencesIn } from "../../../../text/sentences.ts";
import { byJob } from "./by-job.ts";
import { durationsIn } from "./durations.ts";
import { isOver, letsGo } from "./staying.ts";

/** A job that comes more often than this leaves hardly anything in the way. */
const seldom = 60_000;
const inWords =
  /(?<!\p{L})(?:(?:every|each) (?:minute|hour|night)|hourly|nightly|cada (?:minuto|hora|noite|noche)|tod[ao]s (?:l?[ao]s) (?:minutos|horas|noites|noches)|jede (?:minute|stunde|nacht)|alle (?:minuten|stunden)|minütlich|stündlich|chaque (?:minute|heure|nuit)|toutes les (?:minutes|heures|nuits)|ogni (?:minuto|ora|notte)|elke (?:minuut|nacht|uur)|co (?:minutę|godzinę)|varje (?:minut|timme|natt)|(?:каждую|раз в) минуту)|\* \* \* \*/iu;

/**
 * The sentence that leaves it to a job of the design, which comes once a minute or less often, to end what is over. Null where none
 * does, or where what is told of the endpoint itself looks at what is over.
 */
export function sweptIn(design: string, told: string): string | null {
  // The name of a column, or of a field, alone looks at nothing.
  if (isOver(told.replace(/\w+_\w+|\b[a-z]{1,40}[A-Z]\w{0,40}/g, " ")) || comparesNow.test(told)) return null;
  const said = sentencesIn(asLed(design)).find(
    (one) =>
      byJob.test(one) &&
      (isOver(one) || comparesNow.test(one)) &&
      (inWords.test(one) || durationsIn(one).some(({ millis }) => millis >= seldom)),
  );
  return said === undefined ? null : asSaid(said);
}

/** What is led in with a colon is said by that: `every minute:`, and the statement that stands below in a block of its own. */
const asLed = (design: string): string => design.replace(/:[ \t]*\n\s{0,20}```\w{0,20}[ \t]*\n/g, ": ");

/** How a statement, or code, compares a time with now. */
const comparesNow =
  /[<>]=?\s{0,3}(?:now\b|current_timestamp|clock_timestamp|sysdate|timezone\.now|\$?now)|(?:now\(\)|current_timestamp)\s{0,3}[<>]|_?(?:lte?|gte?)["']?\s{0,2}[:=]\s{0,2}(?:now|timezone)/i;

const free =
  /(?<!\p{L})(?:free|available|vacant|frei\w*|libres?|livres?|libere|disponi\w*|disponí\w*|verfügbar|wolne|vrij|ledig\w*)(?!\p{L})/iu;

/**
 * As `sweptIn`, of a row that is there before anybody comes: whoever takes it may look at its time as well, and that what is over counts as
 * free may be told once for all.
 */
export function sweptWhereFree(design: string, told: string): string | null {
  const isLookedAt = sentencesIn(asLed(design)).some((one) => countsAsFree(one) && !byJob.test(one));
  return isLookedAt ? null : sweptIn(design, told);
}

const countsAsFree = (sentence: string): boolean =>
  free.test(sentence) && (isOver(sentence) || comparesNow.test(sentence) || /\bpast\b/i.test(sentence));

/** Whether a text has rows of a table go by anybody but a job. */
export const makesRoom = (text: string, table: Table): boolean =>
  sentencesIn(text).some((one) => letsGo(one, table) && !byJob.test(one));
