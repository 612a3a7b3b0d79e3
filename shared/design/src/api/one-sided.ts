import { isRecord } from "../bind/fields.ts";
import type { JsonSchema } from "./json-schema.ts";

/** A schema as one side sends it: generators write one schema for both, and mark what only the other side sends. */
export function oneSided(schema: JsonSchema, others: "readOnly" | "writeOnly"): JsonSchema {
  return without(schema, others, namesOf(schema, others));
}

function without(schema: JsonSchema, others: string, names: ReadonlySet<string>): JsonSchema {
  const kept = Object.entries(schema).flatMap(([key, value]): [string, unknown][] => {
    if (key === "readOnly" || key === "writeOnly") return [];
    if (key === "required" && Array.isArray(value)) {
      const required = value.filter((name) => !names.has(String(name)));
      return required.length === 0 ? [] : [[key, required]];
    }
    if (key === "properties" && isRecord(value)) {
      const fields = Object.entries(value).filter(([name]) => !names.has(name));
      return [[key, Object.fromEntries(fields.map(([name, field]) => [name, inside(field, others)]))]];
    }
    if (key === "items") return [[key, inside(value, others)]];
    if (!isParts(key) || !Array.isArray(value)) return [[key, value]];
    return [[key, value.map((part: unknown) => (isRecord(part) ? without(part, others, names) : part))]];
  });
  return Object.fromEntries(kept);
}

const inside = (schema: unknown, others: string): unknown =>
  isRecord(schema) ? without(schema, others, namesOf(schema, others)) : schema;

/** A part of `allOf` may require what another one describes. */
function namesOf(schema: JsonSchema, others: string): Set<string> {
  const fields = isRecord(schema["properties"]) ? Object.entries(schema["properties"]) : [];
  const own = fields.flatMap(([name, field]) => (isRecord(field) && field[others] === true ? [name] : []));
  const parts = Object.entries(schema).flatMap(([key, value]) => (isParts(key) && Array.isArray(value) ? value : []));
  return new Set([...own, ...parts.flatMap((part: unknown) => (isRecord(part) ? [...namesOf(part, others)] : []))]);
}

const isParts = (key: string): boolean => key === "allOf" || key === "anyOf" || key === "oneOf";
