const refused = [
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "multipleOf",
  "minLength",
  "maxLength",
  "maxItems",
  "uniqueItems",
  "minProperties",
  "maxProperties",
  "patternProperties",
  "oneOf",
  "not",
  "if",
  "then",
  "else",
  "contains",
  "prefixItems",
  "propertyNames",
  "dependentSchemas",
  "dependentRequired",
  "unevaluatedProperties",
];

const formats = ["date-time", "time", "date", "duration", "email", "hostname", "uri", "ipv4", "ipv6", "uuid"];
/** Looking around, back references and edges of words. */
const beyondRegular = /\(\?[=!<]|\\[1-9bB]/;

/** What constrained decoding cannot follow in a JSON Schema; null for one that it can. */
export const schemaRefusal = (schema: unknown, at: string): string | null => refusalOf(schema, at, schema, []);

function refusalOf(schema: unknown, at: string, root: unknown, within: readonly string[]): string | null {
  if (!isRecord(schema)) return `${at}: must be an object.`;
  const bad = refused.find((keyword) => keyword in schema);
  if (bad !== undefined) return `${at}: For '${String(schema["type"])}' type, property '${bad}' is not supported.`;
  const { type, properties, items, anyOf, allOf, $defs, $ref, format, pattern } = schema;
  if (typeof $ref === "string") {
    if (!$ref.startsWith("#/")) return `${at}: $ref '${$ref}' must refer to this schema itself.`;
    if (within.includes($ref)) return `${at}: Recursive schemas are not supported.`;
    return refusalOf(referred(root, $ref), `${at}.$ref`, root, [...within, $ref]);
  }
  if (typeof format === "string" && !formats.includes(format)) return `${at}: format '${format}' is not supported.`;
  if (typeof pattern === "string" && beyondRegular.test(pattern))
    return `${at}: pattern '${pattern}' is not supported.`;
  if (Array.isArray(schema["enum"]) && schema["enum"].some((one) => typeof one === "object" && one !== null))
    return `${at}: enum must not hold objects or arrays.`;
  if (type === undefined && !["anyOf", "allOf", "enum", "const", "$ref"].some((keyword) => keyword in schema)) {
    return `${at}: must have a type.`;
  }
  if (type === "object" && schema["additionalProperties"] !== false) {
    return `${at}: For 'object' type, 'additionalProperties' must be explicitly set to false.`;
  }
  if ("minItems" in schema && schema["minItems"] !== 0 && schema["minItems"] !== 1) {
    return `${at}: For 'array' type, 'minItems' values other than 0 or 1 are not supported.`;
  }
  if (type === "array" && items === undefined) return `${at}: For 'array' type, 'items' is required.`;
  const inner: [string, unknown][] = [
    ...entries(properties),
    ...entries($defs),
    ...(items === undefined ? [] : [["items", items] satisfies [string, unknown]]),
    ...listed(anyOf),
    ...listed(allOf),
  ];
  for (const [name, part] of inner) {
    const refusal = refusalOf(part, `${at}.${name}`, root, within);
    if (refusal !== null) return refusal;
  }
  return null;
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function referred(root: unknown, ref: string): unknown {
  return ref
    .slice(2)
    .split("/")
    .reduce((at, part) => (isRecord(at) ? at[part] : undefined), root);
}

const entries = (value: unknown): [string, unknown][] => (isRecord(value) ? Object.entries(value) : []);
const listed = (value: unknown): [string, unknown][] =>
  Array.isArray(value) ? value.map((part, n): [string, unknown] => [String(n), part]) : [];
