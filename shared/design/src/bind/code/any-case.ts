import type { Column, Table } from "@proofroom/domain/design/model";
import type { PlainStep, Where } from "@proofroom/domain/design/step";
import { mapPlain, tableIn } from "@proofroom/domain/design/steps-within";
import { isTextColumn } from "../../schema/column-kind.ts";
import type { Asked, Conventional } from "../asking/asked.ts";
import type { Known } from "../convention/convention.ts";
import { isOfBothCases } from "./both-cases.ts";
import { saidInAnyCase } from "../ways/told/asked/any-case-words.ts";
import { isComparedInAnyCase } from "../ways/told/asked/any-case.ts";

/**
 * The same steps, which find a row whatever the case of the text that is sent, where the statements of its endpoint do:
 * `where lower(code) = lower($1)`, or where it is said in words. Statements that are nobody's in particular say it of all, unless one looks for the text as it is.
 * Codes of which nobody says that case tells them apart are of one case, or nobody would look for them so.
 */
export function withAnyCase(found: Conventional, { endpoint }: Asked, known: Known): Conventional {
  if (found.steps === null) return found;
  const { line } = endpoint;
  const own = [known.besideOf(line), known.toldOf(line), known.codeOf(line)].join("\n\n");
  const isFolded = (column: Column, table: Table): boolean => isToldFolded(column, table, own, known.all);
  return {
    ...found,
    steps: mapPlain(found.steps, (step) => {
      const table = known.tables.find(({ name }) => name === tableIn(step));
      return table === undefined ? step : inAnyCase(step, table, isFolded);
    }),
  };
}

function isToldFolded(column: Column, table: Table, own: string, all: string): boolean {
  const isShown = isComparedInAnyCase(own, column.name, table) ?? isComparedInAnyCase(all, column.name, table);
  return (isShown ?? saidInAnyCase(all) !== null) && isOfBothCases(column, [all]) === true;
}

type IsFolded = (column: Column, table: Table) => boolean;

function inAnyCase(step: PlainStep, table: Table, isFolded: IsFolded): PlainStep {
  if ("get" in step) return { ...step, by: whereIn(step.by, table, isFolded) };
  if ("update" in step || "delete" in step || "increment" in step)
    return { ...step, where: whereIn(step.where, table, isFolded) };
  return step;
}

/** Of a column in which the database itself tells no case apart there is nothing to say. */
const whereIn = (where: Where, table: Table, isFolded: IsFolded): Where =>
  Object.fromEntries(
    Object.entries(where).map(([name, value]) => {
      const column = table.columns.find((one) => one.name === name);
      const isSent = typeof value === "string" && /^\$(?:path|query|body)\./.test(value);
      const isOpen = isSent && column !== undefined && isTextColumn(column) && column.type !== "citext";
      return [name, isOpen && isFolded(column, table) ? { anyCase: value } : value];
    }),
  );
