import { isMoment } from "@proofroom/domain/design/moment";
import type { Table } from "@proofroom/domain/design/model";
import type { IfStep, Step, Where } from "@proofroom/domain/design/step";
import { type Moment, opposite, timeComparisons } from "./time-comparisons.ts";
import { outcomeAt } from "./outcome.ts";

/**
 * Steps that look at a time in the direction in which the code of the service does: it refuses a hold that has ended and lets in what still
 * lasts, or the other way round. Null where the code says the same, both, or nothing of it.
 */
export function withTurnedTimes(
  steps: Step[],
  code: string,
  tables: readonly Table[],
): { steps: Step[]; said: string } | null {
  for (const table of tables) {
    for (const column of table.columns.filter(isMoment)) {
      const own = momentsLetIn(steps, table.name, column.name);
      const written = own.length === 0 ? [] : writtenIn(code, column.name);
      const [first] = written;
      if (first === undefined || written.some(({ lets }) => own.includes(lets))) continue;
      return { steps: turned(steps, table.name, column.name), said: first.said };
    }
  }
  return null;
}

/** Which rows code lets through by each of its comparisons of a column with now, as far as that is plain. */
export const writtenIn = (code: string, column: string): { lets: Moment; said: string }[] =>
  timeComparisons(code, column).flatMap(({ at, end, is }) => {
    const outcome = outcomeAt(code, at, end);
    return outcome === null ? [] : [{ lets: outcome === "taken" ? is : opposite(is), said: code.slice(at, end) }];
  });

/** Of which rows steps go on: of those that have ended, where a hold is taken over, or of those that last, where one is confirmed. */
export function momentsLetIn(steps: readonly Step[], table: string, column: string): Moment[] {
  return steps.flatMap((step, n): Moment[] => {
    if ("transaction" in step) return momentsLetIn(step.transaction, table, column);
    if ("forEach" in step) return momentsLetIn(step.do, table, column);
    if ("if" in step) {
      const inside = [...momentsLetIn(step.then, table, column), ...momentsLetIn(step.else ?? [], table, column)];
      const read = steps[n - 1];
      const isOf = read !== undefined && "get" in read && read.get === table && !isFound(step);
      return isOf ? [...momentsIn(step.if, column), ...inside] : inside;
    }
    if ("update" in step) return step.update === table ? momentsIn(step.where, column) : [];
    if ("delete" in step) return step.delete === table ? momentsIn(step.where, column) : [];
    if (!("get" in step) || step.get !== table) return [];
    const moments = momentsIn(step.by, column);
    const next = steps[n + 1];
    return next !== undefined && "if" in next && isFound(next) && next.then.some(isRefusal)
      ? moments.map(opposite)
      : moments;
  });
}

const isFound = (step: IfStep): boolean => "found" in step.if && step.if["found"] === true;

const isRefusal = (step: Step): boolean => "return" in step && (step.return.status ?? 200) >= 400;

/** How a condition compares a column with the time now. */
function momentsIn(where: Where | IfStep["if"], column: string): Moment[] {
  return Object.entries(where).flatMap(([key, part]: [string, Where[string]]): Moment[] => {
    if (Array.isArray(part)) return part.flatMap((one) => momentsIn(one, column));
    if (key !== column || typeof part !== "object" || part === null) return [];
    if (!isOfNow(part)) return [];
    return "lt" in part || "lte" in part ? ["ended"] : "gt" in part || "gte" in part ? ["lasting"] : [];
  });
}

const isOfNow = (part: object): boolean => JSON.stringify(part).includes('"$now"');

function turned(steps: readonly Step[], table: string, column: string): Step[] {
  const inside = (list: readonly Step[]): Step[] => turned(list, table, column);
  return steps.map((step, n): Step => {
    if ("transaction" in step) return { transaction: inside(step.transaction) };
    if ("forEach" in step) return { ...step, do: inside(step.do) };
    if ("if" in step) {
      const read = steps[n - 1];
      const isOf = read !== undefined && "get" in read && read.get === table;
      const asked = isOf && !("found" in step.if) ? turnedWhere(step.if, column) : step.if;
      return {
        ...step,
        if: asked,
        // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary, and a list, so nothing takes it for a promise
        then: inside(step.then),
        ...(step.else === undefined ? {} : { else: inside(step.else) }),
      };
    }
    if ("update" in step && step.update === table) return { ...step, where: turnedWhere(step.where, column) };
    if ("delete" in step && step.delete === table) return { ...step, where: turnedWhere(step.where, column) };
    return "get" in step && step.get === table ? { ...step, by: turnedWhere(step.by, column) } : step;
  });
}

function turnedWhere(where: Where, column: string): Where {
  return Object.fromEntries(
    Object.entries(where).map(([key, part]): [string, Where[string]] => {
      if (Array.isArray(part)) return [key, part.map((one) => turnedWhere(one, column))];
      if (key !== column || typeof part !== "object" || part === null || !isOfNow(part)) return [key, part];
      if ("lt" in part) return [key, { gte: part.lt }];
      if ("lte" in part) return [key, { gt: part.lte }];
      if ("gt" in part) return [key, { lte: part.gt }];
      return [key, "gte" in part ? { lt: part.gte } : part];
    }),
  );
}
