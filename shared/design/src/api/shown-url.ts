import type { Endpoint } from "@proofroom/domain/design/model";
import { isRecord } from "../bind/fields.ts";
import type { JsonSchema } from "./json-schema.ts";

/** A text whose example is a URL is one, where the endpoint declares that it refuses what is malformed. */
export function withShownUrls(body: JsonSchema, responses: Endpoint["responses"]): JsonSchema {
  const properties = body["properties"];
  if (!isRecord(properties) || !responses.some(({ status }) => status === 400 || status === 422)) return body;
  const isShown = (part: unknown): part is JsonSchema =>
    isRecord(part) && part["type"] === "string" && part["format"] === undefined && Array.isArray(part["examples"]);
  return {
    ...body,
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, part]) => [name, isShown(part) ? { ...part, format: "uri" } : part]),
    ),
  };
}
