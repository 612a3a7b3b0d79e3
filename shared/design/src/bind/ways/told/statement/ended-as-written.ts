import type { Step, Where } from "@proofroom/domain/design/step";
import { isSameWhere } from "../../condition/same-where.ts";
import { whereAsWritten } from "../../condition/written-where.ts";
import type { Stage } from "../../stage.ts";
import { columnsIn, without } from "../asked/less-asked.ts";
import { namesTheSame } from "./deleted-as-written.ts";
import type { Added } from "./stated-rows.ts";
import { isTime, updateIn } from "./statement.ts";

/**
 * `UPDATE holds SET state = 'expired' WHERE seat_id = $1 AND state = 'held'`: the rows that a hold ends before it adds its own are those that the
 * statement names, also where one of them is still running.
 */
export function endedAsWritten(steps: Step[], text: string, stage: Stage): Added | null {
  for (const [at, step] of steps.entries()) {
    if ("transaction" in step) {
      const inside = endedAsWritten(step.transaction, text, stage);
      if (inside !== null) return { ...inside, steps: steps.with(at, { transaction: inside.steps }) };
      continue;
    }
    const next = steps[at + 1];
    const [ending] = next !== undefined && "if" in next ? next.then : [];
    if (!("get" in step) || ending === undefined || !("update" in ending) || ending.update !== step.get) continue;
    const table = stage.tables.find(({ name }) => name === step.get);
    const written = table === undefined ? null : updateIn(text, table, ending.set);
    const where = table === undefined || written === null ? null : whereAsWritten(step.by, written.where, table, stage);
    if (table === undefined || written === null || where === null) continue;
    const times = Object.entries(step.by).flatMap(([column, part]) => (isOver(part) ? [column] : []));
    // Where the seat's own row is taken by its time, whatever hold it had is over.
    const isGuarded = steps.some((one) => "update" in one && asksForEnd(one.where));
    const unseen = times.filter((column) => isTime(column, table) && !columnsIn(where).includes(column));
    const by = { ...without(step.by, times), ...where };
    if (times.length === 0 || !namesTheSame(step.by, where) || isSameWhere(by, step.by)) continue;
    return {
      steps: steps.with(at, { ...step, by }),
      unseen: isGuarded ? [] : unseen,
      said: `update ${table.name} where ${written.where}`,
    };
  }
  return null;
}

const isOver = (part: Where[string]): boolean =>
  typeof part === "object" && part !== null && !Array.isArray(part) && ("lt" in part || "lte" in part);

const asksForEnd = (where: Where): boolean =>
  Object.values(where).some((part) => (Array.isArray(part) ? part.some(asksForEnd) : isOver(part)));
