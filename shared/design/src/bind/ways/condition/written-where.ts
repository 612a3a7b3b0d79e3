import type { Table } from "@proofroom/domain/design/model";
import type { Where } from "@proofroom/domain/design/step";
import { fieldCalled } from "../field-called.ts";
import type { Stage } from "../stage.ts";
import { conditionOf } from "../../sql/condition.ts";
import { columnsIn } from "../told/asked/less-asked.ts";
import { peopleIn } from "../told/people/people-in.ts";
import { isSameWhere } from "./same-where.ts";

/**
 * What a step asks of a table's rows, with a condition as it is written in place of what the way asks of the columns that are named in it;
 * what it does not name stays. Null where the written one asks for the same, or for what no step can say.
 */
export function asksAsWritten(own: Where, written: string, table: Table, stage: Stage): Where | null {
  const where = whereAsWritten(own, written, table, stage);
  if (where === null || isOfReadRow(own, table)) return null;
  const named = columnsIn(where);
  const isNamed = ([key, part]: [string, Where[string]]): boolean =>
    (Array.isArray(part) ? part.flatMap(columnsIn) : [key]).some((column) => named.includes(column));
  const left = { ...Object.fromEntries(Object.entries(own).filter((part) => !isNamed(part))), ...where };
  return isSameWhere(left, own) ? null : left;
}

/** A written condition in the words of steps, with what a way passes for what it does; null where no step can say it. */
export function whereAsWritten(own: Where, written: string, table: Table, stage: Stage): Where | null {
  const where = conditionOf(written, table, (name, column) => passedAs(column, name, own, table, stage));
  return where === null || columnsIn(where).length === 0 || isOfAnotherState(own, where) ? null : where;
}

/** Whether what is written is about rows in a state that the way does not know: what is paid for is on its way to being sold. */
export const isOfAnotherState = (own: Where, where: Where): boolean =>
  [...new Set(columnsIn(where))].some((column) => {
    const [known, written] = [constantsOf(own, column), constantsOf(where, column)];
    return known.length > 0 && written.length > 0 && !written.some((value) => known.includes(value));
  });

function constantsOf(where: Where, column: string): unknown[] {
  return Object.entries(where).flatMap(([key, part]): unknown[] => {
    if (Array.isArray(part)) return part.flatMap((one) => constantsOf(one, column));
    if (key !== column) return [];
    if (typeof part === "object" && part !== null) return "in" in part ? part.in.map(String) : [];
    return typeof part === "string" && part.startsWith("$") ? [] : [String(part)];
  });
}

/** Whether a step changes the row that has just been read, which was asked what it has to be. */
const isOfReadRow = (own: Where, { name }: Table): boolean =>
  Object.values(own).some((part) => typeof part === "string" && part.startsWith(`$${name}.`));

/** What a column is compared with where a service passes it: what the way has for it, who asks, or the field that is called so. */
function passedAs(column: string, name: string, own: Where, table: Table, stage: Stage): string | undefined {
  const person = peopleIn(table, stage).find(([kept]) => kept === column)?.[1];
  return referenceIn(own, column) ?? person ?? fieldCalled(name, stage);
}

function referenceIn(where: Where, column: string): string | undefined {
  const { [column]: own } = where;
  if (typeof own === "string" && own.startsWith("$")) return own;
  return Object.values(where)
    .flatMap((part) => (Array.isArray(part) ? part : []))
    .map((one) => referenceIn(one, column))
    .find((one) => one !== undefined);
}
