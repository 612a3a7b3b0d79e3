import type { Table } from "@proofroom/domain/design/model";
import type { Step, Where } from "@proofroom/domain/design/step";
import { mapPlain, tableIn } from "@proofroom/domain/design/steps-within";
import { asSaid, sentencesIn } from "../../../../text/sentences.ts";
import { stems, wordsIn } from "../../../names.ts";
import { timeDeniedIn } from "../time/denied-time.ts";
import { isTime } from "../statement/statement.ts";
import type { Added } from "../statement/stated-rows.ts";

/**
 * "It doesn't read holds", "the expiry is not looked at": of a row of which it is told that nobody looks at it, or at its time, no
 * more is looked at than that it is.
 */
export function withoutDenied(steps: Step[], told: string, tables: Table[]): Added | null {
  const unseen: string[] = [];
  let said: string | undefined;
  const withoutTimes = (where: Where, table: Table, isLooked: boolean): Where => {
    const left = Object.entries(where).filter(([column]) => {
      const sentence =
        (isLooked && isTime(column, table) ? deniedIn(told, table) : undefined) ?? timeDeniedIn(told, column, table);
      if (sentence === undefined) return true;
      said ??= asSaid(sentence);
      unseen.push(column);
      return false;
    });
    return Object.fromEntries(left);
  };
  const changed = mapPlain(steps, (step) => {
    const table = tables.find(({ name }) => name === tableIn(step));
    if (table === undefined) return step;
    if ("get" in step && step.else !== undefined) return { ...step, by: withoutTimes(step.by, table, true) };
    return "update" in step ? { ...step, where: withoutTimes(step.where, table, false) } : step;
  });
  return said === undefined ? null : { steps: changed, unseen: [...new Set(unseen)], said };
}

const denies =
  /(?<![\p{L}_])(?:(?:does|do|did|will|need)(?:n['’]?t|\snot)|never|without|no need to|liest keine|ohne|no lee|sin|ne lit pas|sans|não lê|sem|non legge|senza)\s(?:even\s)?(?:(?:read|look(?:ing)?(?: at| up)?|check|consult|query|ask|verif|les|prüf|mirar|lire|ler|leggere)\p{L}*\s)?([^.;,\n]{1,40})/giu;

/** The sentence that tells that rows of a table are not looked at. */
const deniedIn = (told: string, { name }: Table): string | undefined =>
  sentencesIn(told).find((one) =>
    [...one.matchAll(denies)].some(([whole, what = ""]) => {
      const last = stems(name).at(-1) ?? "";
      return looks.test(whole) && wordsIn(what).flatMap(stems).slice(0, 3).includes(last);
    }),
  );

const looks = /read|look|check|consult|query|\bask|verif|liest|les|prüf|lee\b|mirar|lit\b|lire|lê\b|ler\b|legg/iu;
