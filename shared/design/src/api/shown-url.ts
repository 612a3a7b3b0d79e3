import type { Endpoint } from "@proofroom/domain/design/model";
import { isRecord } from "../bind/fields.ts";
import type { JsonSchema } from "./json-schema.ts";

const told = /\b(?:absolute|valid|full|complete|https?)\b[^.;\n]{0,40}\b(?:url|uri)s?\b/i;

/** Whether a description says that a text is a URL. */
export const saysUrl = (description: unknown): boolean =>
  typeof description === "string" && told.test(description.slice(0, 400));

/** A text whose example is a URL, or that is described as one, is one, where the endpoint declares that it refuses what is malformed. */
export function withShownUrls(body: JsonSchema, responses: Endpoint["responses"]): JsonSchema {
  const properties = body["properties"];
  if (!isRecord(properties) || !responses.some(({ status }) => status === 400 || status === 422)) return body;
  const isShown = (part: unknown): part is JsonSchema =>
    isRecord(part) &&
    part["type"] === "string" &&
    part["format"] === undefined &&
    (Array.isArray(part["examples"]) || (part["pattern"] === undefined && saysUrl(part["description"])));
  return {
    ...body,
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, part]) => [name, isShown(part) ? { ...part, format: "uri" } : part]),
    ),
  };
}
