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
];

/** What constrained decoding cannot follow in a JSON Schema; null for one that it can. */
export function schemaRefusal(schema: unknown, at: string): string | null {
  if (!isRecord(schema)) return `${at}: must be an object.`;
  const bad = refused.find((keyword) => keyword in schema);
  if (bad !== undefined) return `${at}: For '${String(schema["type"])}' type, property '${bad}' is not supported.`;
  const { type, properties, items, anyOf, allOf, $defs } = schema;
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
    const refusal = schemaRefusal(part, `${at}.${name}`);
    if (refusal !== null) return refusal;
  }
  return null;
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const entries = (value: unknown): [string, unknown][] => (isRecord(value) ? Object.entries(value) : []);
const listed = (value: unknown): [string, unknown][] =>
  Array.isArray(value) ? value.map((part, n): [string, unknown] => [String(n), part]) : [];
