import { Endpoint } from "@proofroom/domain/design/model";
import type { Node } from "yaml";
import { isRecord } from "../bind/fields.ts";
import { isPaging } from "../bind/convention/paging.ts";
import type { Place } from "../text/lines.ts";
import type { Tell } from "../text/report.ts";
import { type Entry, startOf, textOf } from "../text/yaml.ts";
import { type JsonSchema, schemaReader } from "./json-schema.ts";
import { jsonOf, schemaIn } from "./media.ts";
import { oneSided } from "./one-sided.ts";
import { readParameters } from "./parameters.ts";
import type { References } from "./references.ts";
import { readResponses } from "./responses.ts";
import { tokenHeader } from "./security.ts";
import { withShownUrls } from "./shown-url.ts";
import { fieldOfText, textSentAs } from "./text-body.ts";
import { isBareText, isFormless, urlRefusal, withUrl } from "./sketch/refused-url.ts";

/** How an API is written down; whatever is added to it is written alike. */
export type ApiForm = "openapi" | "swagger" | "list" | "sketch";

/** An endpoint with the places that rules and fixes need. */
export interface EndpointRead {
  endpoint: Endpoint;
  /** Of the method's key. */
  at: number;
  end: number;
  operationIdAt: number;
  /** The method's key and the map below it, where a fix can write. */
  keyNode: Node;
  node: Node | null;
  capability: Node | null;
  operation: Node | null;
  tags: string[];
  /** Its description, as it stands. */
  described: string;
  /** One line of a sketch, below which its keys stand. */
  isSketched: boolean;
  form: ApiForm;
}

interface Found {
  method: string;
  path: string;
  entry: Entry;
  /** Parameters that the path declares for all its methods. */
  shared: Node | null;
}

const withBody = new Set(["POST", "PUT", "PATCH"]);

export function endpointReader(
  references: References,
  { form, place, tell }: { form: ApiForm; place: (offset: number) => Place; tell: Tell },
) {
  const isSketched = form === "sketch";
  const schemaOf = schemaReader(references, tell);
  return ({ method, path, entry, shared }: Found): EndpointRead[] => {
    const node = references.resolve(entry.value);
    const at = startOf(entry.keyNode);
    const part = (key: string): Node | null => references.at(node, key);
    const operation = part("x-operation");
    const body = bodySchema(references, node, schemaOf, tell);
    const operationId = textOf(part("operationId"));
    const bodyKey = references.entries(node).find(({ key }) => key === "requestBody")?.keyNode;
    const summary = textOf(part("summary")) ?? textOf(part("description"));
    const endpoint = Endpoint.safeParse({
      opId: `${method} ${path}`,
      method,
      path,
      line: place(at).line,
      ...(operationId === undefined ? {} : { operationId }),
      ...(summary === undefined ? {} : { summary }),
      ...(body === undefined ? {} : { body }),
      bodyRequired: textOf(references.at(part("requestBody"), "required")) === "true",
      ...(bodyKey === undefined ? {} : { bodyLine: place(startOf(bodyKey)).line }),
      parameters: withToken(
        readParameters({ path, own: part("parameters"), shared, references, schemaOf, place, tell }),
        tokenHeader(references, node),
      ),
      responses: readResponses({
        responses: part("responses"),
        opId: `${method} ${path}`,
        howToSay: isSketched ? "behind an arrow: -> 200 {code}" : "under responses",
        at,
        references,
        schemaOf,
        place,
        tell,
      }),
    });
    if (!endpoint.success) return [];
    const read = endpoint.data;
    const refusals = references
      .entries(part("responses"))
      .map(({ key, value }) => `${key} ${textOf(references.at(value, "description")) ?? ""}`);
    // Who spells out what is done is taken at the word of the schema beside it.
    const isOpen = operation === null ? isFormless : isBareText;
    const checked = (shown: JsonSchema) =>
      refusals.some((one) => urlRefusal(one) !== null) ? withUrl(shown, isOpen) : shown;
    const given = isRecord(read.body) ? { ...read, body: checked(withShownUrls(read.body, read.responses)) } : read;
    const isInQuery = read.parameters.some((one) => one.in === "query" && !isPaging(one.name));
    if (withBody.has(method) && body === undefined && operation === null && !isDeed(path) && !isInQuery) {
      const how = isSketched ? "behind the path, such as {name: string}" : "under requestBody";
      const message = `${method} ${path} has no request body; describe what is sent, ${how}.`;
      tell({ severity: "warning", rule: "no-body", message, from: at, to: at + method.length });
    }
    return [
      {
        endpoint: given,
        at,
        end: at + method.length,
        operationIdAt: startOf(part("operationId")),
        keyNode: entry.keyNode,
        node,
        capability: part("x-capability"),
        operation,
        described: textOf(part("description")) ?? "",
        isSketched,
        form,
        tags: references.items(part("tags")).flatMap((tag) => textOf(tag) ?? []),
      },
    ];
  };
}

type Parameters = Endpoint["parameters"];

const withToken = (parameters: Parameters, header: string | null): Parameters =>
  header === null || parameters.some(({ name, in: where }) => where === "header" && name.toLowerCase() === header)
    ? parameters
    : [
        ...parameters,
        {
          name: header === "authorization" ? "Authorization" : header,
          in: "header",
          required: true,
          schema: { type: "string" },
        },
      ];

/** `/holds/{id}/confirm`: what is done to one thing often needs nothing more; `/users/{id}/posts` takes what is made. */
const isDeed = (path: string): boolean => /\}\/[^/{}]*[^/{}s]$/.test(path);

function bodySchema(
  references: References,
  node: Node | null,
  schemaOf: (node: Node | null) => JsonSchema | undefined,
  tell: Tell,
): JsonSchema | undefined {
  const content = references.at(references.at(node, "requestBody"), "content");
  const media = jsonOf(references, content);
  if (media === undefined) return undefined;
  const schema = schemaIn(references, media.value, schemaOf) ?? {};
  if (!media.isJson && (schema["type"] ?? (media.key.startsWith("text/") ? "string" : "")) === "string") {
    const body = references.at(node, "requestBody");
    const about = [body, node].flatMap((one) =>
      ["description", "summary"].map((key) => textOf(references.at(one, key))),
    );
    const { name, schema: sent } = fieldOfText(about.join(" "), schema);
    tell({ severity: "warning", rule: "media-type", message: textSentAs(name), from: startOf(media.keyNode) });
    return sent;
  }
  if (!media.isJson) {
    const message = `Bodies are sent as JSON here; write application/json instead of ${media.key}.`;
    tell({ severity: "warning", rule: "media-type", message, from: startOf(media.keyNode) });
  }
  return oneSided(schema, "readOnly");
}
