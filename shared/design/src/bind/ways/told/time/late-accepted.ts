import type { Table } from "@proofroom/domain/design/model";
import type { Step, Where } from "@proofroom/domain/design/step";
import { mapPlain, tableIn } from "@proofroom/domain/design/steps-within";
import { asSaid, sentencesIn } from "../../../../text/sentences.ts";
import { without } from "../asked/less-asked.ts";
import type { Added } from "../statement/stated-rows.ts";
import { isNamedIn, isTime } from "../statement/statement.ts";
import { namesEnd } from "./looked-at.ts";
import { asksFor } from "./denied-time.ts";
import { isLateAccepted, isLateRefused, lateAnswered, speaksOfWhoCame } from "./late-words.ts";
import { type Around, speaksOfDeed } from "./passed-by.ts";

/**
 * "If nobody has taken it, your confirm goes through however late": steps that look at no end, where the documents tell of an endpoint that
 * what comes too late is done all the same. Null where none does, or where a statement or a sentence about the endpoint looks at the end.
 */
export function withoutEnd(steps: Step[], { told, apart, deeds }: Around, tables: Table[]): Added | null {
  const said =
    sentencesIn(told).find(isLateAccepted) ??
    lateAnswered(told) ??
    sentencesIn(apart).find((one) => speaksOfDeed(one, deeds) && isLateAccepted(one));
  if (said === undefined) return null;
  const unseen = new Set<string>();
  const endless = (where: Where, table: Table): Where => {
    const ends = Object.keys(where).filter(
      (column) => isLasting(where[column]) && isTime(column, table) && !isLookedAt(told, column),
    );
    for (const column of ends) unseen.add(column);
    return without(where, ends);
  };
  const left = mapPlain(steps, (step) => {
    const table = tables.find(({ name }) => name === tableIn(step));
    if (table === undefined) return step;
    if ("update" in step) return { ...step, where: endless(step.where, table) };
    return "get" in step && step.else !== undefined ? { ...step, by: endless(step.by, table) } : step;
  });
  return unseen.size === 0 ? null : { steps: left, unseen: [...unseen], said: asSaid(said) };
}

const isLasting = (part: Where[string] | undefined): boolean =>
  typeof part === "object" && part !== null && ("gte" in part || "gt" in part);

const isLookedAt = (told: string, column: string): boolean =>
  asksFor(told, column) ||
  sentencesIn(told).some(
    (one) =>
      isLateRefused(one) || ((isNamedIn(one, column) || namesEnd(one)) && refuses.test(one) && !speaksOfWhoCame(one)),
  );

const refuses = /(?<!\d)4\d\d(?!\d)/;
