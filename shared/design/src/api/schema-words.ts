export const sizeKeywords = new Set([
  "minLength",
  "maxLength",
  "minItems",
  "maxItems",
  "minProperties",
  "maxProperties",
]);

export const numberKeywords = new Set([
  ...sizeKeywords,
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "multipleOf",
]);

/** Formats that are checked; any other only describes. */
export const wellKnownFormats: ReadonlySet<string> = new Set(
  "date time date-time duration uri uri-reference url email hostname ipv4 ipv6 uuid int32 int64 float double byte".split(
    " ",
  ),
);

const types = new Set(["string", "number", "integer", "boolean", "array", "object", "null"]);

/** What people write for a type that JSON Schema spells otherwise. */
const meant: Record<string, { type: string; format?: string }> = {
  uuid: { type: "string", format: "uuid" },
  url: { type: "string", format: "uri" },
  uri: { type: "string", format: "uri" },
  email: { type: "string", format: "email" },
  date: { type: "string", format: "date" },
  datetime: { type: "string", format: "date-time" },
  timestamp: { type: "string", format: "date-time" },
  text: { type: "string" },
  str: { type: "string" },
  int: { type: "integer" },
  long: { type: "integer" },
  float: { type: "number" },
  double: { type: "number" },
  decimal: { type: "number" },
  bool: { type: "boolean" },
  list: { type: "array" },
  map: { type: "object" },
  dict: { type: "object" },
};

interface KnownType {
  type: string;
  format?: string;
  /** Whether another word was written, and how the right ones read. */
  instead: boolean;
  text: string;
}

export function typeOf(word: string): KnownType | undefined {
  if (types.has(word)) return { type: word, instead: false, text: `type: ${word}` };
  const known = meant[word.toLowerCase()];
  if (known === undefined) return undefined;
  const format = known.format === undefined ? "" : `, format: ${known.format}`;
  return { ...known, instead: true, text: `type: ${known.type}${format}` };
}
