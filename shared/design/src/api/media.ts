import type { Node } from "yaml";
import { plainOf } from "../text/plain.ts";
import type { Entry } from "../text/yaml.ts";
import type { JsonSchema } from "./json-schema.ts";
import type { References } from "./references.ts";
import { schemaLike } from "./schema-like.ts";

const json = /^(?:application\/(?:[\w.-]+\+)?json\b|\*\/\*|application\/\*)/;

/** The JSON among the media types of a body, else the first. */
export function jsonOf(references: References, content: Node | null): (Entry & { isJson: boolean }) | undefined {
  const all = references.entries(content);
  const found = all.find(({ key }) => json.test(key));
  const chosen = found ?? all[0];
  return chosen === undefined ? undefined : { ...chosen, isJson: found !== undefined };
}

/** The schema that a media type declares, else that which its example shows. */
export function schemaIn(
  references: References,
  media: Node | null,
  schemaOf: (node: Node | null) => JsonSchema | undefined,
): JsonSchema | undefined {
  const declared = schemaOf(references.at(media, "schema"));
  const isBare = declared === undefined || Object.keys(declared).every((key) => key === "type");
  const [named] = references.entries(references.at(media, "examples"));
  const value = plainOf(references.at(media, "example") ?? references.at(named?.value ?? null, "value"));
  return isBare && typeof value === "object" && value !== null ? schemaLike(value) : declared;
}
