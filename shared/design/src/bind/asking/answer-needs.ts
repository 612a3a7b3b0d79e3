import type { Operation, Table } from "@proofroom/domain/design/model";
import { plainSteps, tableIn } from "@proofroom/domain/design/steps-within";
import { successIn } from "../../api/success.ts";
import { fieldsOf } from "../fields.ts";
import { isSameName } from "../names.ts";

/**
 * What an endpoint answers that only the written row or the database can say; null where it answers nothing of it but
 * columns whose values are known before.
 */
export function needOf(
  { steps, responses, outputs }: Operation,
  tables: Table[],
  known: ReadonlySet<string> = new Set(),
): string | null {
  const isKnown = (name: string): boolean => [...known].some((column) => isSameName(column, name));
  const refusal = responses.find(({ status }) => [409, 410, 412].includes(status));
  if (refusal !== undefined) return `it answers ${refusal.status} where the row does not allow it`;
  const body = plainSteps(steps).flatMap((step) => ("return" in step ? [step.return.body] : []))[0];
  const isSaid = body !== undefined && known.size > 0;
  const output = isSaid ? undefined : Object.values(outputs).find(({ name }) => name !== "" && !isKnown(name))?.name;
  if (output !== undefined) return `it answers with the ${output} of the row`;
  const written = (JSON.stringify(body ?? null).match(/\$(?!body|path|query|header|user|now)\w[\w.]*/g) ?? []).find(
    (reference) => !/^\$row\.\w+$/.test(reference) || !isKnown(reference.slice("$row.".length)),
  );
  if (written !== undefined) return `it answers with ${written}`;
  if (body !== undefined) return null;
  const names = plainSteps(steps).flatMap((step) => tableIn(step) ?? []);
  const columns = tables.filter(({ name }) => names.includes(name)).flatMap((table) => table.columns);
  const success = successIn(responses);
  const field = fieldsOf(success?.schema).find(
    ({ name }) => !isKnown(name) && columns.some((column) => isSameName(column.name, name)),
  );
  return field === undefined ? null : `it answers with the ${field.name} of the row`;
}
