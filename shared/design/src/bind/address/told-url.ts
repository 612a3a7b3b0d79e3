import type { Endpoint, Operation } from "@proofroom/domain/design/model";
import { fieldType } from "@proofroom/domain/problem/field-type";
import type { Capability } from "@proofroom/domain/problem/problem";
import { saysUrl } from "../../api/shown-url.ts";
import { isFormless } from "../../api/sketch/refused-url.ts";
import { hasFormlessRules, takesAnyText } from "../../text/any-text.ts";
import { refusesUrls, tellsToRefuseUrls } from "../../text/refused-urls.ts";
import type { Known } from "../convention/convention.ts";
import { isRecord } from "../fields.ts";

/**
 * An endpoint whose URL is one by what is told of it, in words beside it or in what the documents tell of all, though its schema says at
 * most how long it is; and none by an example alone, where the design takes any text.
 */
export function withToldUrl(
  endpoint: Endpoint,
  capability: Capability,
  inputs: Operation["inputs"],
  { besideOf, toldOf, design, api, all }: Pick<Known, "besideOf" | "toldOf" | "design" | "api" | "all">,
): Endpoint {
  const [field] = Object.keys(capability.in).filter((one) => fieldType(capability.in[one] ?? "").type === "url");
  const at = field === undefined ? undefined : inputs[field];
  if (at === undefined) return endpoint;
  const { line } = endpoint;
  const isTold = (description: unknown): boolean =>
    saysUrl(description) || refusesUrls(besideOf(line)) || (!takesAny && isRefused());
  const isRefused = (): boolean => refusesUrls(toldOf(line)) || [design, all].some(tellsToRefuseUrls);
  const takesAny = takesAnyText(design) !== null || (hasFormlessRules(design) && !isRefused());
  const isShownOnly = takesAny && !refusesUrls(besideOf(line)) && !writtenForm.test(api);
  if (at.in === "query") {
    const parameters = endpoint.parameters.map((one) =>
      one.in === "query" && one.name === at.name && isRecord(one.schema)
        ? { ...one, schema: urlWhereTold(one.schema, isTold) }
        : one,
    );
    return { ...endpoint, parameters };
  }
  if (at.in !== "body" || !isRecord(endpoint.body)) return endpoint;
  const body = withUrlAt(endpoint.body, at.name.split("."), isTold, isShownOnly);
  return body === endpoint.body ? endpoint : { ...endpoint, body };
}

/** A form that an API document writes of its own, `format: uri`, `{url: uri}`: an example of a URL is none. */
const writtenForm = /\bformat["']?\s{0,3}:\s{0,3}["']?ur[il]\b|:\s{0,3}["']?ur[il]["']?\s{0,3}[,})(\n]/i;

const withoutForm = ({ format, ...part }: Record<string, unknown>): Record<string, unknown> =>
  format === "uri" || format === undefined ? part : { ...part, format };

const urlWhereTold = (
  part: Record<string, unknown>,
  isTold: (description: unknown) => boolean,
): Record<string, unknown> =>
  isFormless(part) && isTold(part["description"]) ? { ...part, type: "string", format: "uri" } : part;

function withUrlAt(
  schema: Record<string, unknown>,
  [name = "", ...inner]: string[],
  isTold: (description: unknown) => boolean,
  isShownOnly: boolean,
): Record<string, unknown> {
  const properties = isRecord(schema["properties"]) ? schema["properties"] : {};
  const part = properties[name];
  if (!isRecord(part)) return schema;
  const open = isShownOnly ? withoutForm(part) : part;
  const told = inner.length > 0 ? withUrlAt(part, inner, isTold, isShownOnly) : urlWhereTold(open, isTold);
  return told === part ? schema : { ...schema, properties: { ...properties, [name]: told } };
}
