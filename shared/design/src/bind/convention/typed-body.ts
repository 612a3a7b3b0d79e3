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
    if (spoken.has(name)) return [name, schema];
    const column = keptIn(`$body.${name}`, steps, tables);
    const isOpen = isRecord(schema) && Object.keys(schema).length === 0;
    return [name, column === undefined ? schema : isOpen ? typeOf(column) : asUuid(schema, column)];
  });
  return { ...body, properties: Object.fromEntries(properties) };
}

/** A request's parameters, those of the path and the query that fill a column of type uuid as UUIDs; see `typedBody`. */
export function typedParameters(
  parameters: Operation["parameters"],
  steps: Step[],
  tables: Table[],
  inputs: Operation["inputs"],
): Operation["parameters"] {
  const spoken = new Set(Object.values(inputs).map((at) => `${at.in}.${at.name}`));
  return parameters.map((one) => {
    const at = `${one.in}.${one.name}`;
    const column = one.in === "header" || spoken.has(at) ? undefined : keptIn(`$${at}`, steps, tables);
    return column === undefined ? one : { ...one, schema: asUuid(one.schema ?? {}, column) };
  });
}

/** Text of which nothing says what it looks like is a UUID where its column is of that type. */
function asUuid(schema: unknown, { type }: Column): unknown {
  if (type !== "uuid" || !isRecord(schema)) return schema;
  const isText = schema["type"] === undefined || schema["type"] === "string";
  const isPlain = Object.keys(schema).every((key) => saysNothing.has(key));
  return isText && isPlain ? { ...schema, type: "string", format: "uuid" } : schema;
}

const saysNothing = new Set(["type", "title", "description", "example", "examples"]);

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
