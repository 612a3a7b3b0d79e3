import type { Edit } from "@proofroom/domain/design/finding";
import { isMap, type Node } from "yaml";
import { isJson } from "../text/is-json.ts";
import { endOf, entriesOf, startOf, valueAt } from "../text/yaml.ts";
import type { EndpointRead } from "./endpoint.ts";

/** A field as a capability speaks of it; `type` is one of its words, `url` or `int`. */
export interface NewField {
  name: string;
  type: string;
}

/** The edit that lets an endpoint take one more field in its body, in the form in which the API is written; null where none fits. */
export function writeField(text: string, read: EndpointRead, field: NewField): Edit | null {
  switch (read.form) {
    case "sketch":
      return inSketch(text, read, field);
    case "list":
      return inList(text, read, field);
    case "openapi":
      return inOpenApi(text, read, field);
    case "swagger":
      return null;
  }
}

/** The edit that lets a sketched endpoint answer a field that it says nothing of; null where it says something, or is not sketched. */
export function writeAnswer(text: string, { end, isSketched }: EndpointRead, { name }: NewField): Edit | null {
  const [before = ""] = /^[^\n]*?(?:->|=>|→)[ \t]*2\d\d(?=[ \t]*(?:\||\r?\n|$))/.exec(text.slice(end)) ?? [];
  return isSketched && before !== "" ? insertAt(end + before.length, ` {${name}}`) : null;
}

const insertAt = (at: number, insert: string): Edit => ({ document: "api", from: at, to: at, insert });

const inSketchWords: Record<string, string> = { url: "uri" };

/** First in the braces behind the path, or in braces of its own right there. */
function inSketch(text: string, { end }: EndpointRead, { name, type }: NewField): Edit | null {
  const [before = "", sign] = /^[`*_]*[ \t]*[|:]?[ \t]+[^\s`*|]+(?=[ \t]*(\{)?)/.exec(text.slice(end)) ?? [];
  if (before === "") return null;
  const said = `${name}: ${inSketchWords[type] ?? type}`;
  const at = end + before.length;
  if (sign === undefined) return insertAt(at, ` {${said}}`);
  const inside = text.indexOf("{", at) + 1;
  return insertAt(inside, /^\s*\}/.test(text.slice(inside)) ? said : `${said}, `);
}

function inList(text: string, { node }: EndpointRead, { name, type }: NewField): Edit | null {
  const at = startOf(node);
  const own = text.slice(at, endOf(node));
  if (!own.startsWith("{")) return null;
  const body = /"(?:request|body|requestbody|payload|input)"\s*:\s*(?:\{\s*"body"\s*:\s*)?\{/i.exec(own);
  const said = `"${name}": "${inSketchWords[type] ?? type}"`;
  if (body === null) return insertAt(at + 1, `"request": {${said}}, `);
  const inside = at + body.index + body[0].length;
  return insertAt(inside, /^\s*\}/.test(text.slice(inside)) ? said : `${said}, `);
}

const inSchema: Record<string, string> = {
  url: "{ type: string, format: uri }",
  int: "{ type: integer }",
  string: "{ type: string }",
};

/** First among the properties that stand at the endpoint itself, or in a body of its own where it has none. */
function inOpenApi(text: string, { node }: EndpointRead, { name, type }: NewField): Edit | null {
  const inJson = isJson(text);
  const style = (flow: string): string => (inJson ? flow.replace(/[\w/]+/g, (word) => `"${word}"`) : flow);
  const schema = style(inSchema[type] ?? "{ type: string }");
  const body = valueAt(node, "requestBody");
  if (body === null) {
    const whole = style(`{ content: { application/json: { schema: { type: object, properties: { ${name}: `) + schema;
    return first(text, node, style("requestBody"), `${whole} } } } } }`);
  }
  const media = entriesOf(valueAt(body, "content"))[0]?.value;
  return first(text, valueAt(valueAt(media, "schema"), "properties"), style(name), schema);
}

/** A new first entry of a map, in its own style. */
function first(text: string, map: Node | null, key: string, value: string): Edit | null {
  const [next] = entriesOf(map);
  if (!isMap(map) || next === undefined) return null;
  if (map.flow === true) return text[startOf(map)] === "{" ? insertAt(startOf(map) + 1, ` ${key}: ${value},`) : null;
  const at = startOf(next.keyNode);
  const indent = text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
  return indent.trim() === "" ? insertAt(at, `${key}: ${value}\n${indent}`) : null;
}
