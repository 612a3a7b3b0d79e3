import type { Operation, Table } from "@proofroom/domain/design/model";

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
  const isWritten = JSON.stringify(steps).includes(`{"insert":${JSON.stringify(table?.name ?? "")}`);
  const isAsked = JSON.stringify(steps).includes(`"$header.${idempotency.header.toLowerCase()}":null`);
  return isWritten && !isAsked && column?.nullable === false && column.default === undefined;
}
