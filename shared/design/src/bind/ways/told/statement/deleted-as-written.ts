import type { Step, Where } from "@proofroom/domain/design/step";
import { mapPlain } from "@proofroom/domain/design/steps-within";
import { blanked, codeApart } from "../../../../text/code-apart.ts";
import { isSameWhere } from "../../condition/same-where.ts";
import { whereAsWritten } from "../../condition/written-where.ts";
import type { Stage } from "../../stage.ts";
import { columnsIn } from "../asked/less-asked.ts";
import { deleteIn, isTime, literally, upsertIn } from "./statement.ts";
import { namesEnd } from "../time/looked-at.ts";
import type { Added } from "./stated-rows.ts";

/**
 * `DELETE FROM holds WHERE seat_id = $1`: rows that make room are those that the statement names, also where a hold is still running, and
 * `ON CONFLICT (seat_id) DO UPDATE … WHERE` has those make room that it overwrites. A time that something else looks at before it stays asked.
 */
export function deletedAsWritten(steps: Step[], text: string, stage: Stage): Added | null {
  const unseen: string[] = [];
  let said: string | undefined;
  const changed = mapPlain(steps, (step) => {
    const table = "delete" in step ? stage.tables.find(({ name }) => name === step.delete) : undefined;
    if (!("delete" in step) || table === undefined) return step;
    const deleted = deleteIn(text, table);
    const upsert = deleted === null ? upsertIn(text, table) : null;
    const written = deleted ?? upsert?.where ?? null;
    const where = written === null ? null : whereAsWritten(step.where, written, table, stage);
    if (written === null || where === null) return step;
    if (!namesTheSame(step.where, where) && upsert?.by.every((column) => Object.hasOwn(step.where, column)) !== true)
      return step;
    const around = text.replace(written, " ");
    const named = columnsIn(where);
    const kept = Object.entries(step.where).filter(
      ([column, part]) =>
        !named.includes(column) && (part === null || !isTime(column, table) || isLookedAtIn(around, column)),
    );
    const asked = { ...Object.fromEntries(kept), ...where };
    if (isSameWhere(asked, step.where)) return step;
    said ??= `${upsert === null ? "delete from" : "update"} ${table.name} where ${written}`;
    unseen.push(
      ...columnsIn(step.where).filter((column) => !columnsIn(asked).includes(column) && isTime(column, table)),
    );
    return { ...step, where: asked };
  });
  return said === undefined ? null : { steps: changed, unseen: [...new Set(unseen)], said };
}

/** Whether a written condition is about the row that the way means. */
export const namesTheSame = (own: Where, written: Where): boolean =>
  Object.entries(own).some(
    ([column, value]) => typeof value === "string" && value.startsWith("$") && written[column] === value,
  );

/** Whether a time is compared anywhere, or words around the code tell that it is looked at. */
const isLookedAtIn = (text: string, column: string): boolean =>
  new RegExp(
    `\\b${literally(column)}["\`]?\\)?\\s{0,3}[<>]|[<>]=?\\s{0,3}(?:\\w{1,20}\\.)?${literally(column)}\\b`,
    "i",
  ).test(text) || namesEnd(withoutNames(codeApart(text, blanked)));

const withoutNames = (text: string): string => text.replace(/`[^`\n]{1,200}`|\w{1,60}_\w{1,60}/g, " ");
