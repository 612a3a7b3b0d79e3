import { rememberedOf } from "../text/remembered.ts";

/** A field of a JSON body; what stands in an object is written `data.code`, `data.attributes.code`. */
export interface Field {
  name: string;
  schema: Record<string, unknown>;
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const most = 200;

/** Of `data.relationships.seat.data.id` there are that many. */
const deepest = 5;

/** The fields that a schema declares, its own before those of objects inside it. */
export const fieldsOf = (schema: unknown): Field[] => (isRecord(schema) ? fieldsIn(schema) : []);

/** Every endpoint's body is asked for its fields a hundred times. */
const fieldsIn = rememberedOf((schema: Record<string, unknown>): Field[] => {
  let level = ownFields(schema, 0);
  const found = [...level];
  for (let depth = 1; depth < deepest && level.length > 0 && found.length < most; depth++) {
    level = level.flatMap(({ name, schema: part }) =>
      ownFields(part, 0).map((field) => ({ ...field, name: `${name}.${field.name}` })),
    );
    found.push(...level);
  }
  return found.slice(0, most);
});

function ownFields(schema: unknown, depth: number): Field[] {
  if (!isRecord(schema) || depth > 5) return [];
  const properties = isRecord(schema["properties"]) ? Object.entries(schema["properties"]) : [];
  const own = properties.map(([name, part]) => ({ name, schema: isRecord(part) ? part : {} }));
  const parts = ["allOf", "oneOf", "anyOf"].flatMap((key) => (Array.isArray(schema[key]) ? schema[key] : []));
  return [...own, ...parts.flatMap((part) => ownFields(part, depth + 1))].slice(0, most);
}

/** Whether a body of this schema always holds a field; of `data.code` both parts have to be required. */
export function isRequired(name: string, schema: unknown): boolean {
  const [first = "", ...rest] = name.split(".");
  if (!isRecord(schema)) return false;
  const parts = Array.isArray(schema["allOf"]) ? schema["allOf"].filter(isRecord) : [];
  return [schema, ...parts].some((part) => {
    if (!Array.isArray(part["required"]) || !part["required"].includes(first)) return false;
    const inner = isRecord(part["properties"]) ? part["properties"][first] : undefined;
    return rest.length === 0 || isRequired(rest.join("."), inner);
  });
}

export const isArray = (schema: unknown): boolean =>
  isRecord(schema) && (schema["type"] === "array" || "items" in schema);

/** Whether a field only holds others, such as `data` around them. */
export const isGroup = ({ schema }: Field): boolean =>
  isRecord(schema["properties"]) && Object.keys(schema["properties"]).length > 0;

/** Whether a field can hold a text; one without a type can hold anything. */
export function isText({ schema }: Field): boolean {
  const type = schema["type"];
  return type === undefined || type === "string" || (Array.isArray(type) && type.includes("string"));
}
