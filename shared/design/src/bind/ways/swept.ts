import type { Table } from "@proofroom/domain/design/model";
import { asSaid, sentencesIn } from "../../text/sentences.ts";
import { durationsIn } from "./durations.ts";
import { isOver, letsGo } from "./staying.ts";

const byJob =
  /\b(?:cron\w*|jobs?|sweep\w*|schedul\w*|workers?|celery|beat|oban|sidekiq|quartz|pg_cron|timers?|reaper|background)\b/i;

/** A job that comes more often than this leaves hardly anything in the way. */
const seldom = 60_000;
const inWords = /\b(?:every|each) (?:minute|hour|night)|\b(?:hourly|nightly)\b|\* \* \* \*/i;

/**
 * The sentence that leaves it to a job of the design, which comes once a minute or less often, to end what is over. Null where none
 * does, or where what is told of the endpoint itself looks at what is over.
 */
export function sweptIn(design: string, told: string): string | null {
  // A column's name alone looks at nothing.
  if (isOver(told.replace(/\w+_\w+/g, " "))) return null;
  const said = sentencesIn(design).find(
    (one) =>
      byJob.test(one) && isOver(one) && (inWords.test(one) || durationsIn(one).some(({ millis }) => millis >= seldom)),
  );
  return said === undefined ? null : asSaid(said);
}

/** Whether a text has rows of a table go by anybody but a job. */
export const makesRoom = (text: string, table: Table): boolean =>
  sentencesIn(text).some((one) => letsGo(one, table) && !byJob.test(one));
