import type { Table } from "@proofroom/domain/design/model";
import type { Step } from "@proofroom/domain/design/step";
import { mapPlain } from "@proofroom/domain/design/steps-within";
import { asSaid, sentencesIn } from "../../text/sentences.ts";
import { stems, wordsIn } from "../names.ts";
import { isTime } from "./statement.ts";
import type { Added } from "./stated-rows.ts";

/** "It doesn't read holds": of a row of which it is told that nobody looks at it, no more is looked at than that it is. */
export function withoutDenied(steps: Step[], told: string, tables: Table[]): Added | null {
  const unseen: string[] = [];
  let said: string | undefined;
  const changed = mapPlain(steps, (step) => {
    const table = "get" in step && step.else !== undefined ? tables.find(({ name }) => name === step.get) : undefined;
    const sentence = table === undefined ? undefined : deniedIn(told, table);
    if (table === undefined || sentence === undefined || !("get" in step)) return step;
    const passed = Object.keys(step.by).filter((column) => isTime(column, table));
    if (passed.length === 0) return step;
    said ??= asSaid(sentence);
    unseen.push(...passed);
    return { ...step, by: Object.fromEntries(Object.entries(step.by).filter(([column]) => !passed.includes(column))) };
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
