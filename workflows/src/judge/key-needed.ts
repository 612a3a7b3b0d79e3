import { keyReference } from "@proofroom/domain/design/key-words";
import type { Operation, Table } from "@proofroom/domain/design/model";
import { plainSteps, tableFilled } from "@proofroom/domain/design/steps-within";
import { isNeeded } from "@proofroom/domain/design/column-needed";
import { keyOf } from "./key-of.ts";

type Keyed = Pick<Operation, "inputs" | "parameters" | "idempotency" | "steps">;

/** Whether a request without a key would be refused: the header has to be there, or the column that keeps it may not be empty. */
export function isKeyNeeded(operation: Keyed, tables: readonly Table[]): boolean {
  const { idempotency, parameters, steps } = operation;
  const source = keyOf(operation);
  if (source === undefined) return false;
  if ("sent" in source) return true;
  const isKey = ({ in: where, name }: Operation["parameters"][number]): boolean =>
    where === "header" && name.toLowerCase() === source.header.toLowerCase();
  if (parameters.some((one) => isKey(one) && one.required)) return true;
  const kept = idempotency?.column ?? writtenIn(steps, keyReference(source));
  if (kept === undefined) return false;
  const at = kept.lastIndexOf(".");
  const table = tables.find(({ name }) => name === kept.slice(0, at));
  const column = table?.columns.find(({ name }) => name === kept.slice(at + 1));
  // A table of keys gets a row only where one is sent.
  const writing = plainSteps(steps).find((step) => tableFilled(step) === table?.name);
  const isAsked = JSON.stringify(steps).includes(`"$header.${source.header.toLowerCase()}":null`);
  return writing !== undefined && !isAsked && column !== undefined && isNeeded(column, writing, table);
}

/** The column of a new row that a reference fills. */
const writtenIn = (steps: Operation["steps"], reference: string): string | undefined =>
  plainSteps(steps).flatMap((step) =>
    "insert" in step
      ? Object.keys(step.values).flatMap((name) => (step.values[name] === reference ? [`${step.insert}.${name}`] : []))
      : [],
  )[0];
