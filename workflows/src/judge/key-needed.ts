import type { Operation, Table } from "@proofroom/domain/design/model";
import { plainSteps, tableFilled } from "@proofroom/domain/design/steps-within";
import { isNeeded } from "@proofroom/domain/design/column-needed";

/** Whether a request without a key would be refused: the header has to be there, or the column that keeps it may not be empty. */
export function isKeyNeeded({ idempotency, parameters, steps }: Operation, tables: readonly Table[]): boolean {
  if (idempotency === undefined) return false;
  if ("sent" in idempotency) return true;
  const isKey = ({ in: where, name }: Operation["parameters"][number]): boolean =>
    where === "header" && name.toLowerCase() === idempotency.header.toLowerCase();
  if (parameters.some((one) => isKey(one) && one.required)) return true;
  const at = idempotency.column.lastIndexOf(".");
  const table = tables.find(({ name }) => name === idempotency.column.slice(0, at));
  const column = table?.columns.find(({ name }) => name === idempotency.column.slice(at + 1));
  // A table of keys gets a row only where one is sent.
  const writing = plainSteps(steps).find((step) => tableFilled(step) === table?.name);
  const isAsked = JSON.stringify(steps).includes(`"$header.${idempotency.header.toLowerCase()}":null`);
  return writing !== undefined && !isAsked && column !== undefined && isNeeded(column, writing, table);
}
