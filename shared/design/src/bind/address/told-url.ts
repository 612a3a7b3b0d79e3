import type { Endpoint, Operation } from "@proofroom/domain/design/model";
import { fieldType } from "@proofroom/domain/problem/field-type";
import type { Capability } from "@proofroom/domain/problem/problem";
import { saysUrl } from "../../api/shown-url.ts";
import { isFormless } from "../../api/sketch/refused-url.ts";
import { refusesUrls, tellsToRefuseUrls } from "../../text/refused-urls.ts";
import type { Known } from "../convention/convention.ts";
import { isRecord } from "../fields.ts";

/**
 * An endpoint whose URL is one by what is told of it, in words beside it or in what the documents tell of all, though its schema says at
 * most how long it is.
 */
export function withToldUrl(
  endpoint: Endpoint,
  capability: Capability,
  inputs: Operation["inputs"],
  { besideOf, toldOf, design, all }: Pick<Known, "besideOf" | "toldOf" | "design" | "all">,
): Endpoint {
  const [field] = Object.keys(capability.in).filter((one) => fieldType(capability.in[one] ?? "").type === "url");
  const at = field === undefined ? undefined : inputs[field];
  const isTold = (description: unknown): boolean => {
    const { line } = endpoint;
    return (
      saysUrl(description) ||
      refusesUrls(besideOf(line)) ||
      refusesUrls(toldOf(line)) ||
      [design, all].some(tellsToRefuseUrls)
    );
  };
  if (at?.in === "query") {
    const parameters = endpoint.parameters.map((one) =>
      one.in === "query" && one.name === at.name && isRecord(one.schema)
        ? { ...one, schema: urlWhereTold(one.schema, isTold) }
        : one,
    );
    return { ...endpoint, parameters };
  }
  if (at?.in !== "body" || !isRecord(endpoint.body)) return endpoint;
  const body = withUrlAt(endpoint.body, at.name.split("."), isTold);
  return body === endpoint.body ? endpoint : { ...endpoint, body };
}

const urlWhereTold = (
  part: Record<string, unknown>,
  isTold: (description: unknown) => boolean,
): Record<string, unknown> =>
  isFormless(part) && isTold(part["description"]) ? { ...part, type: "string", format: "uri" } : part;

function withUrlAt(
  schema: Record<string, unknown>,
  [name = "", ...inner]: string[],
  isTold: (description: unknown) => boolean,
): Record<string, unknown> {
  const properties = isRecord(schema["properties"]) ? schema["properties"] : {};
  const part = properties[name];
  if (!isRecord(part)) return schema;
  const told = inner.length > 0 ? withUrlAt(part, inner, isTold) : urlWhereTold(part, isTold);
  return told === part ? schema : { ...schema, properties: { ...properties, [name]: told } };
}
