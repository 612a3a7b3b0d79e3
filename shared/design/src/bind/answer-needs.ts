import type { Operation, Table } from "@proofroom/domain/design/model";
import { plainSteps, tableIn } from "@proofroom/domain/design/steps-within";
import { successIn } from "../api/success.ts";
import { fieldsOf } from "./fields.ts";
import { isSameName } from "./names.ts";

/** What an endpoint answers that only the written row or the database can say; null where it answers nothing of it. */
export function needOf({ steps, responses, outputs }: Operation, tables: Table[]): string | null {
  const refusal = responses.find(({ status }) => [409, 410, 412].includes(status));
  if (refusal !== undefined) return `it answers ${refusal.status} where the row does not allow it`;
  const output = Object.values(outputs)[0]?.name;
  if (output !== undefined && output !== "") return `it answers with the ${output} of the row`;
  const body = plainSteps(steps).flatMap((step) => ("return" in step ? [step.return.body] : []))[0];
  const written = JSON.stringify(body ?? null).match(/\$(?!body|path|query|header|user|now)\w[\w.]*/)?.[0];
  if (written !== undefined) return `it answers with ${written}`;
  if (body !== undefined) return null;
  const names = plainSteps(steps).flatMap((step) => tableIn(step) ?? []);
  const columns = tables.filter(({ name }) => names.includes(name)).flatMap((table) => table.columns);
  const success = successIn(responses);
  const field = fieldsOf(success?.schema).find(({ name }) => columns.some((column) => isSameName(column.name, name)));
  return field === undefined ? null : `it answers with the ${field.name} of the row`;
}
