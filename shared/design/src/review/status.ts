import type { Column } from "@proofroom/domain/design/model";
import type { Step } from "@proofroom/domain/design/step";
import { wordsIn } from "../bind/names.ts";
import { plainSteps, tableIn } from "@proofroom/domain/design/steps-within";
import type { TableRead } from "../schema/catalog.ts";
import { isTextColumn } from "../schema/column-kind.ts";
import { literalDefault } from "../schema/literal-default.ts";
import { oneOf } from "../text/nearest.ts";
import { checkEdit, placeOf } from "./schema-text.ts";
import { fixOf, type Review, type Served } from "./seen.ts";

const words = new Set(["status", "state", "phase", "stage"]);

/** A status has few values, and only the database can refuse the others. */
export const reviewStatus: Review = (seen, tell) => {
  for (const table of seen.schema?.tables ?? [])
    for (const column of table.columns.filter((one) => isOpen(table, one))) {
      const values = usedValues(table, column, seen.served ?? []);
      const edit = values.length < 2 ? null : checkEdit(seen, table, column, values);
      const list = values.length < 2 ? "its values" : oneOf(values.map((value) => `'${value}'`)).replace(" or ", ", ");
      tell("status-without-check", {
        ...placeOf(seen, table, column),
        message: `${table.name}.${column.name} may be any text, so a misspelt one is stored as well; add check (${column.name} in (${list})), or make it an enum.`,
        fixes: edit === null ? [] : [fixOf(`Allow ${oneOf(values)} only`, [edit])],
      });
    }
};

const isOpen = (table: TableRead, column: Column): boolean =>
  words.has(wordsIn(column.name).at(-1) ?? "") &&
  isTextColumn(column) &&
  column.values === undefined &&
  !table.foreignKeys.some(({ columns }) => columns.includes(column.name));

/** What its default and the endpoints' steps write into it and ask for. */
function usedValues(table: TableRead, column: Column, served: Served[]): string[] {
  const said = literalDefault(column);
  const found = new Set(said === undefined ? [] : [said]);
  for (const { operation } of served)
    for (const step of plainSteps(operation.steps))
      if (tableIn(step) === table.name) for (const value of literalsOf(step, column.name)) found.add(value);
  return [...found];
}

function literalsOf(step: Step, column: string): string[] {
  const found: string[] = [];
  const look = (value: unknown, isMine: boolean): void => {
    if (typeof value === "string") {
      if (isMine && /^[\w -]{1,40}$/.test(value)) found.push(value);
    } else if (Array.isArray(value)) for (const one of value) look(one, isMine);
    else if (typeof value === "object" && value !== null)
      for (const [key, one] of Object.entries(value)) look(one, isMine || key === column);
  };
  const parts =
    "insert" in step
      ? [step.values]
      : "update" in step
        ? [step.set, step.where]
        : "take" in step
          ? [step.set, step.where]
          : "get" in step
            ? [step.by]
            : [];
  for (const part of parts) look(part, false);
  if ("list" in step || "delete" in step) look(step.where, false);
  return found;
}
