import type { Edit } from "@proofroom/domain/design/finding";
import { isMap, isSeq, type Node } from "yaml";
import { isDocument } from "../api/form.ts";
import { listIn } from "../api/listed-items.ts";
import { methodIn } from "../api/sketch/endpoint-line.ts";
import { readSketch } from "../api/sketch/read-sketch.ts";
import { uncommented } from "../api/sketch/uncommented.ts";
import { isRecord } from "../bind/fields.ts";
import { flowText } from "../bind/steps/flow-text.ts";
import { isJson } from "../text/is-json.ts";
import { plainOf } from "../text/plain.ts";
import { endOf, entriesOf, itemsOf, startOf, valueAt, type YamlRead } from "../text/yaml.ts";
import { lineOf } from "./endpoint-line.ts";
import type { EndpointShape } from "./endpoint-shape.ts";
import { asSwagger } from "./swagger-operation.ts";

/** The edit that adds an endpoint to an API document in its own form; null where the text gives it no place. */
export function writeEndpoint(
  { text, written: read }: { text: string; written: YamlRead | null },
  shape: EndpointShape,
  capability: string,
): Edit | null {
  if (!isDocument(text)) return inSketch(text, shape, capability);
  if (read === null) return null;
  const inJson = isJson(text);
  const list = listIn(read.root);
  if (list !== null) return inList(text, list, inJson, shape, capability);
  const operation = operationOf(shape, capability);
  const said = valueAt(read.root, "swagger") === null ? operation : asSwagger(operation);
  return inPaths(text, read.root, inJson, shape, said);
}

const at = (from: number, insert: string): Edit => ({ document: "api", from, to: from, insert });

function inSketch(text: string, shape: EndpointShape, capability: string): Edit {
  const from = text.trimEnd().length;
  const mark = commentOf(text);
  const lines = [lineOf(shape), `  x-capability: ${capability}`].map((line) => `${mark}${line}\n`).join("");
  return { document: "api", from, to: text.length, insert: `${from === 0 ? "" : "\n"}${lines}` };
}

/** What stands before each line where the whole sketch stands in a comment. */
function commentOf(text: string): string {
  const bare = uncommented(text);
  if (bare === text) return "";
  const at = bare.split("\n").findIndex((line) => methodIn(line) !== null);
  return /^[ \t]*(?:#|\/\/|--)[ \t]*/.exec(text.split("\n")[at] ?? "")?.[0] ?? "";
}

/** What a sketch of it means in OpenAPI. */
function operationOf(shape: EndpointShape, capability: string): Record<string, unknown> {
  const { root } = readSketch(lineOf(shape), () => {});
  const path = plainOf(valueAt(valueAt(root, "paths"), shape.path));
  const operation = isRecord(path) ? path[shape.method.toLowerCase()] : undefined;
  return { "x-capability": capability, ...(isRecord(operation) ? operation : {}) };
}

function inPaths(
  text: string,
  root: Node,
  inJson: boolean,
  { method, path }: EndpointShape,
  operation: Record<string, unknown>,
): Edit | null {
  const verb = method.toLowerCase();
  const entry = entriesOf(root).find(({ key }) => key === "paths");
  if (entry === undefined) {
    const last = entriesOf(root).at(-1);
    if (last === undefined || (isMap(root) && root.flow === true && !inJson)) return null;
    const end =
      startOf(last.keyNode) + text.slice(startOf(last.keyNode), endOf(last.value ?? last.keyNode)).trimEnd().length;
    const paths = { [path]: { [verb]: operation } };
    return at(
      end,
      inJson ? `, "paths": ${JSON.stringify(paths)}` : `\npaths:\n${block({ [path]: { [verb]: operation } }, "  ")}`,
    );
  }
  const same = entriesOf(entry.value).find(({ key }) => key === path);
  if (same !== undefined && isMap(same.value)) return intoMap(text, same.value, inJson, verb, operation);
  if (isMap(entry.value)) return intoMap(text, entry.value, inJson, path, { [verb]: operation });
  const colon = text.indexOf(":", endOf(entry.keyNode)) + 1;
  return entry.value === null || text.slice(colon, endOf(entry.value)).trim() === ""
    ? at(colon, `\n${block({ [path]: { [verb]: operation } }, "  ").trimEnd()}`)
    : null;
}

/** Before the first of a map's entries, in its own style. */
function intoMap(text: string, map: Node, inJson: boolean, key: string, value: Record<string, unknown>): Edit | null {
  const [first] = entriesOf(map);
  if (isMap(map) && map.flow === true) {
    if (text[startOf(map)] !== "{") return null;
    const written = inJson
      ? `${JSON.stringify(key)}: ${JSON.stringify(value)}`
      : `${inFlow(key)}: ${flowText(value, false)}`;
    return at(startOf(map) + 1, `${inJson ? "" : " "}${written}${first === undefined ? "" : ","}`);
  }
  if (first === undefined) return null;
  const from = startOf(first.keyNode);
  const indent = text.slice(text.lastIndexOf("\n", from - 1) + 1, from);
  return indent.trim() === "" ? at(from, `${block({ [key]: value }, indent).trimStart()}${indent}`) : null;
}

/** Between braces the braces of a path would be maps of their own. */
const inFlow = (key: string): string => (/^[\w/.-]+$/.test(key) ? key : JSON.stringify(key));

/** A path and a method on lines of their own, as people write them by hand, and each part of the operation on one. */
function block(value: Record<string, unknown>, indent: string, isInside = false): string {
  return Object.entries(value)
    .map(([key, part]) => {
      const name = /^[\w/{}.-]+$/.test(key) && !/^\d+$/.test(key) ? key : JSON.stringify(key);
      return isInside || !isRecord(part)
        ? `${indent}${name}: ${flowText(part, false)}\n`
        : `${indent}${name}:\n${block(part, `${indent}  `, isOperation(part))}`;
    })
    .join("");
}

const isOperation = (value: unknown): boolean => isRecord(value) && "responses" in value;

function inList(text: string, list: Node, inJson: boolean, shape: EndpointShape, capability: string): Edit | null {
  const { method, path, body, header, status, answer } = shape;
  const said = {
    ...(body.length === 0 ? {} : { request: Object.fromEntries(body) }),
    ...(header === undefined ? {} : { headers: [header] }),
    response: {
      status,
      ...(answer.length === 0 ? {} : { body: Object.fromEntries(answer.map((field) => [field, "string"])) }),
    },
    "x-capability": capability,
  };
  if (isMap(list)) return intoMap(text, list, inJson, `${method} ${path}`, said);
  const whole = { method, path, ...said };
  const [first] = itemsOf(list);
  if (!isSeq(list)) return null;
  if (list.flow === true) return at(startOf(list) + 1, `${flowText(whole, inJson)}${first === undefined ? "" : ", "}`);
  const from = startOf(list);
  const indent = text.slice(text.lastIndexOf("\n", from - 1) + 1, from);
  return indent.trim() === "" ? at(from, `- ${flowText(whole, false)}\n${indent}`) : null;
}
