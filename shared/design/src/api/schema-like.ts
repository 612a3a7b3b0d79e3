import { typeMeant, typeNamed, typeOfExample } from "./sketch/types.ts";

type Schema = Record<string, unknown>;

/**
 * The JSON Schema that plain data shows: itself where it is one, else `{"url": "uri", "alias?": "string"}` by the names of
 * types, else an example by its values. Only fields that are named with a type, and without `?`, are required.
 */
export function schemaLike(value: unknown, depth = 0): Schema {
  if (depth > 20 || value === null || value === undefined) return {};
  if (Array.isArray(value))
    return { type: "array", ...(value.length === 0 ? {} : { items: schemaLike(value[0], depth + 1) }) };
  if (typeof value === "string") return typeSaid(value)?.schema ?? typeOfExample(value);
  if (typeof value === "number" || typeof value === "boolean") return typeOfExample(value);
  if (typeof value !== "object") return {};
  if (isSchema(value)) return { ...value };
  const fields = Object.entries(value).map(([key, one]: [string, unknown]) => {
    const said = typeof one === "string" ? typeSaid(one) : null;
    const name = key.replace(/\?$/, "");
    const isRequired = said !== null && !said.isOptional && name === key;
    return { name, isRequired, schema: said?.schema ?? schemaLike(one, depth + 1) };
  });
  const required = fields.filter((field) => field.isRequired).map(({ name }) => name);
  const properties = Object.fromEntries(fields.map(({ name, schema }) => [name, schema]));
  return { type: "object", ...(required.length === 0 ? {} : { required }), properties };
}

/** `string`, `uri?`, `string (optional)`, `uuid, required`, `string (url)`. */
function typeSaid(text: string): { schema: Schema; isOptional: boolean } | null {
  const [, word = "", isList, rest = ""] = /^\s*([a-z][\w-]*)(\[\])?\s*(\?|[,([].*)?$/i.exec(text) ?? [];
  const named = typeMeant(word);
  if (named === undefined) return null;
  const closer = /^\(\s*(url|uri|uuid|email|date|datetime)\b/i.exec(rest)?.[1];
  const schema = named["type"] === "string" && closer !== undefined ? (typeNamed(closer) ?? named) : named;
  const isOptional = /\?|optional|nullable/i.test(rest);
  return { schema: isList === undefined ? schema : { type: "array", items: schema }, isOptional };
}

const types = new Set(["string", "integer", "number", "boolean", "object", "array", "null"]);

const isSchema = (value: object): value is Schema =>
  ("type" in value &&
    typeof value.type === "string" &&
    types.has(value.type) &&
    Object.keys(value).every((key) => keywords.has(key))) ||
  "$ref" in value;

const keywords = new Set(
  "type format properties required items enum minLength maxLength minimum maximum pattern description example default nullable additionalProperties title".split(
    " ",
  ),
);
