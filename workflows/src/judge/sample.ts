import * as z from "zod/mini";

/** The part of a JSON Schema that a made-up value has to respect. */
const Schema = z.object({
  type: z.optional(z.union([z.string(), z.array(z.string())])),
  format: z.optional(z.string()),
  enum: z.optional(z.array(z.unknown())),
  const: z.optional(z.unknown()),
  default: z.optional(z.unknown()),
  example: z.optional(z.unknown()),
  minLength: z.optional(z.number()),
  maxLength: z.optional(z.number()),
  minimum: z.optional(z.number()),
  maximum: z.optional(z.number()),
  minItems: z.optional(z.number()),
  items: z.optional(z.unknown()),
  required: z.optional(z.array(z.string())),
  properties: z.optional(z.record(z.string(), z.unknown())),
});
export type Schema = z.infer<typeof Schema>;

export function asSchema(schema: unknown): Schema {
  const read = Schema.safeParse(schema);
  return read.success ? read.data : {};
}

export const typeOf = ({ type }: Schema): string | undefined =>
  Array.isArray(type) ? type.find((one) => one !== "null") : type;

/** A value that a schema accepts, for what a design requires and the problem does not speak of. Texts differ by `salt`. */
export function sample(of: unknown, salt: string): unknown {
  const schema = asSchema(of);
  const given = schema.const ?? schema.enum?.[0] ?? schema.default;
  if (given !== undefined) return given;
  switch (typeOf(schema) ?? "string") {
    case "integer":
    case "number":
      return schema.example ?? schema.minimum ?? 1;
    case "boolean":
      return schema.example ?? false;
    case "array":
      return Array.from({ length: schema.minItems ?? 0 }, (_, n) => sample(schema.items, `${salt}${n}`));
    case "object":
      return Object.fromEntries((schema.required ?? []).map((name) => [name, sample(schema.properties?.[name], salt)]));
    default:
      return sampleText(schema, salt);
  }
}

function sampleText(schema: Schema, salt: string): string {
  switch (schema.format ?? "") {
    case "uri":
    case "url":
      return `https://example.com/${salt}`;
    case "email":
      return `${salt}@example.com`;
    case "uuid":
      return uuidFrom(salt);
    case "date-time":
      return "2030-01-01T00:00:00Z";
    case "date":
      return "2030-01-01";
    default:
      return salt.padEnd(schema.minLength ?? 0, "x").slice(-(schema.maxLength ?? 200));
  }
}

/** The same words give the same UUID. */
export function uuidFrom(words: string): string {
  const hex = [1, 2, 3, 4].map((n) => fnv1a(`${n}${words}`).toString(16).padStart(8, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}
