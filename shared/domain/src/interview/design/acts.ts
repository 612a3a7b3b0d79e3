import type { Operation } from "../../design/model.ts";
import type { PlainStep, Where } from "../../design/step.ts";
import { isPlain, plainSteps } from "../../design/steps-within.ts";

/** What an endpoint does to one table. `by`: the columns that its rows are chosen by. */
export interface Act {
  kind: "insert" | "get" | "list" | "update" | "delete" | "increment";
  table: string;
  by: string[];
  /** In the API document. */
  line: number;
  step: PlainStep;
}

/** The acts of an endpoint in order, those inside of transactions too. */
export function actsOf(operation: Operation): Act[] {
  return operation.steps.flatMap((step, n) => {
    const lines = operation.stepLines?.[n];
    const line = lines?.line ?? operation.line;
    if (isPlain(step)) return actOf(step, line);
    return plainSteps([step]).flatMap((inner, at) => actOf(inner, lines?.inside[at] ?? line));
  });
}

function actOf(step: PlainStep, line: number): Act[] {
  if ("insert" in step) return [{ kind: "insert", table: step.insert, by: [], line, step }];
  if ("get" in step) return [{ kind: "get", table: step.get, by: columnsOf(step.by), line, step }];
  if ("list" in step) return [{ kind: "list", table: step.list, by: columnsOf(step.where ?? {}), line, step }];
  if ("update" in step) return [{ kind: "update", table: step.update, by: columnsOf(step.where), line, step }];
  if ("delete" in step) return [{ kind: "delete", table: step.delete, by: columnsOf(step.where), line, step }];
  if ("take" in step) {
    const kind = step.set === undefined ? "delete" : "update";
    return [{ kind, table: step.take, by: columnsOf(step.where ?? {}), line, step }];
  }
  if ("increment" in step)
    return [
      {
        kind: "increment",
        table: step.increment.split(".")[0] ?? step.increment,
        by: columnsOf(step.where),
        line,
        step,
      },
    ];
  return [];
}

/** Columns that every row found has to fit: of alternatives only those that all of them speak of. */
const columnsOf = (where: Where): string[] =>
  Object.entries(where).flatMap(([column, given]) => (Array.isArray(given) ? inEach(given.map(columnsOf)) : [column]));

const inEach = ([first = [], ...others]: string[][]): string[] =>
  first.filter((column) => others.every((other) => other.includes(column)));
