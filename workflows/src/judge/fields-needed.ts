import type { Operation, Table } from "@proofroom/domain/design/model";
import { plainSteps } from "@proofroom/domain/design/steps-within";
import { asSchema } from "./sample.ts";

/**
 * The operation with those fields of its body required as well without which the database would refuse its rows: an example shows
 * what is sent and does not say what has to be.
 */
export function withFieldsNeeded(operation: Operation, tables: readonly Table[]): Operation {
  if (operation.body === undefined) return operation;
  const body = asSchema(operation.body);
  const needed = plainSteps(operation.steps).flatMap((step) => {
    const table = "insert" in step ? tables.find(({ name }) => name === step.insert) : undefined;
    return (table?.columns ?? []).flatMap(({ name, nullable, default: standard }) => {
      const value = "insert" in step && !nullable && standard === undefined ? step.values[name] : undefined;
      const field = typeof value === "string" && value.startsWith("$body.") ? value.slice("$body.".length) : undefined;
      return field !== undefined && Object.hasOwn(body.properties ?? {}, field) ? [field] : [];
    });
  });
  return { ...operation, body: { ...body, required: [...new Set([...(body.required ?? []), ...needed])] } };
}
