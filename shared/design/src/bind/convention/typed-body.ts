import type { Column, Operation, Table } from "@proofroom/domain/design/model";
import type { Step } from "@proofroom/domain/design/step";
import { plainSteps, tableIn } from "@proofroom/domain/design/steps-within";
import { isRecord } from "../fields.ts";

/**
 * A request's body whose fields without a type have that of the column in which they are kept: `{amount}` that goes into a numeric column
 * is a number. What the problem itself speaks of is sent as it is.
 */
export function typedBody(
  body: Operation["body"],
  steps: Step[],
  tables: Table[],
  inputs: Operation["inputs"],
): Operation["body"] {
  if (!isRecord(body) || !isRecord(body["properties"])) return body;
  const spoken = new Set(Object.values(inputs).flatMap((at) => (at.in === "body" ? [at.name] : [])));
  const properties = Object.entries(body["properties"]).map(([name, schema]) => {
    const isOpen = isRecord(schema) && Object.keys(schema).length === 0 && !spoken.has(name);
    const column = isOpen ? keptIn(`$body.${name}`, steps, tables) : undefined;
    return [name, column === undefined ? schema : typeOf(column)];
  });
  return { ...body, properties: Object.fromEntries(properties) };
}

function keptIn(reference: string, steps: Step[], tables: Table[]): Column | undefined {
  for (const step of plainSteps(steps)) {
    const written = "insert" in step ? step.values : "update" in step || "take" in step ? (step.set ?? {}) : {};
    const kept = Object.entries(written).find(([, value]) => value === reference)?.[0];
    const table = tables.find(({ name }) => name === tableIn(step));
    const column = table?.columns.find(({ name }) => name === kept);
    if (column !== undefined) return column;
  }
  return undefined;
}

function typeOf({ type }: Column): Record<string, unknown> {
  if (/^(?:smallint|integer|bigint)/.test(type)) return { type: "integer" };
  if (/^(?:numeric|decimal|real|double)/.test(type)) return { type: "number" };
  if (type.startsWith("bool")) return { type: "boolean" };
  if (type === "uuid") return { type: "string", format: "uuid" };
  return type.startsWith("timestamp") ? { type: "string", format: "date-time" } : {};
}
