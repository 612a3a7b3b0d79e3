import type { Operation, Table } from "@proofroom/domain/design/model";
import { plainSteps } from "@proofroom/domain/design/steps-within";
import { valuesNeeded } from "@proofroom/domain/design/column-needed";
import { asSchema } from "./sample.ts";

/**
 * The operation with those fields of its body, and headers, required as well without which the database would refuse its rows: an example
 * shows what is sent and does not say what has to be.
 */
export function withFieldsNeeded(operation: Operation, tables: readonly Table[]): Operation {
  const needed = plainSteps(operation.steps).flatMap((step) => valuesNeeded(step, tables));
  const parameters = operation.parameters.map((one) =>
    needed.includes(`$${one.in}.${one.name.toLowerCase()}`) && one.in === "header" ? { ...one, required: true } : one,
  );
  if (operation.body === undefined) return { ...operation, parameters };
  const body = asSchema(operation.body);
  const fields = needed.flatMap((value) =>
    typeof value === "string" && value.startsWith("$body.") ? [value.slice("$body.".length)] : [],
  );
  const own = fields.filter((field) => Object.hasOwn(body.properties ?? {}, field));
  return { ...operation, parameters, body: { ...body, required: [...new Set([...(body.required ?? []), ...own])] } };
}
