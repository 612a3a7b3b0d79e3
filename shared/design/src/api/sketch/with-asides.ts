import { isRecord } from "../../bind/fields.ts";
import type { Asides } from "./asides.ts";

type Json = Record<string, unknown>;

/** An operation of OpenAPI with what was written around it: prose as its description, each example where it fits. */
export function withAsides(operation: Json, { words, examples }: Asides): Json {
  const body = jsonOf(operation["requestBody"]);
  const answers = isRecord(operation["responses"]) ? Object.values(operation["responses"]).flatMap(jsonOf) : [];
  const unplaced: string[] = [];
  for (const { value, after } of examples) {
    const isAnswer = /respon|answer|return|repl(?:y|ies)|\b[2-5]\d\d\b/i.test(after);
    const places = isAnswer ? [...answers, ...body] : [...body, ...answers];
    const place = places.find((one) => one["example"] === undefined && fits(value, one["schema"]));
    if (place === undefined) unplaced.push(`Example: ${JSON.stringify(value)}`);
    else place["example"] = value;
  }
  const lines = [...words, ...unplaced];
  if (lines.length === 0) return operation;
  const { summary, ...rest } = operation;
  return { ...(summary === undefined ? {} : { summary }), description: lines.join("\n"), ...rest };
}

/** The JSON of a request's body or of an answer, where it is said. */
function jsonOf(part: unknown): Json[] {
  const content = isRecord(part) ? part["content"] : undefined;
  const json = isRecord(content) ? content["application/json"] : undefined;
  return isRecord(json) ? [json] : [];
}

/** Whether an example has the fields of a schema and no other. */
function fits(value: unknown, schema: unknown): boolean {
  if (!isRecord(schema)) return false;
  if (Array.isArray(value)) return schema["type"] === "array" && value.every((one) => fits(one, schema["items"]));
  const fields = schema["properties"];
  return isRecord(value) && isRecord(fields) && Object.keys(value).every((name) => Object.hasOwn(fields, name));
}
