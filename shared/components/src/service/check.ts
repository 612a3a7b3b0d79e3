import type { Operation } from "@proofroom/domain/design/model";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { type Asked, isRecord, type Row } from "./scope.ts";

/** Holds requests to the endpoint's own schemas; answers what is wrong, or null. Fills in declared defaults. */
export type Check = (asked: Asked) => string | null;

type Parameters = Operation["parameters"];

/** `say` tells of a schema that cannot be used; its requests go unchecked. */
export function createCheck(operation: Operation, say: (line: string) => void): Check {
  const compile = (ajv: Ajv2020, schema: unknown, what: string): ValidateFunction | null => {
    try {
      return ajv.compile(isRecord(schema) ? schema : {});
    } catch (error) {
      say(
        `${operation.method} ${operation.path}: ${what} goes unchecked, ${error instanceof Error ? error.message : String(error)}`,
      );
      return null;
    }
  };
  const places = (["path", "query", "header"] as const).flatMap((place) => {
    const parameters = operation.parameters.filter((parameter) => parameter.in === place);
    if (parameters.length === 0) return [];
    return [{ place, validate: compile(textual, objectOf(parameters, place), `its ${place}`) }];
  });
  const body = operation.body === undefined ? null : compile(exact, operation.body, "its body");
  return (asked) => {
    for (const { place, validate } of places) {
      if (validate?.(asked[place]) === false) return `${place}${complaint(textual, validate)}`;
    }
    if (asked.body === undefined) return operation.bodyRequired ? "a body in JSON is required" : null;
    return body?.(asked.body) === false ? `body${complaint(exact, body)}` : null;
  };
}

const options = { strict: false, logger: false, useDefaults: true } as const;
/** Bodies are JSON and mean what they say; parameters come as text and are read as their type. */
const exact = withFormats(new Ajv2020(options));
const textual = withFormats(new Ajv2020({ ...options, coerceTypes: "array" }));

function withFormats(ajv: Ajv2020): Ajv2020 {
  addFormats.default(ajv);
  return ajv;
}

function objectOf(parameters: Parameters, place: Parameters[number]["in"]): Row {
  const name = (parameter: Parameters[number]) => (place === "header" ? parameter.name.toLowerCase() : parameter.name);
  const required = parameters.filter((parameter) => parameter.required).map(name);
  const properties = Object.fromEntries(parameters.map((parameter) => [name(parameter), parameter.schema ?? true]));
  return { type: "object", properties, required };
}

function complaint(ajv: Ajv2020, validate: ValidateFunction): string {
  return ajv.errorsText(validate.errors, { dataVar: "" });
}
