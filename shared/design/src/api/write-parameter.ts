import type { Edit } from "@proofroom/domain/design/finding";
import { type Node, isMap, isSeq } from "yaml";
import { entriesOf, itemsOf, startOf } from "../text/yaml.ts";
import type { EndpointRead } from "./endpoint.ts";
import { commandIn } from "./sketch/command.ts";
import { isJson } from "../text/is-json.ts";

export interface NewParameter {
  name: string;
  in: "query" | "header";
  schema:
    | { type: "string"; maxLength?: number }
    | { type: "integer"; minimum: number; maximum: number; default: number };
}

/** The edit that declares one more parameter of an endpoint, in the form in which the API is written; null where none fits. */
export function writeParameter(text: string, read: EndpointRead, parameter: NewParameter): Edit | null {
  switch (read.form) {
    case "sketch":
      return inSketch(text, read, parameter);
    case "list":
      return inList(text, read, parameter);
    case "swagger": {
      const { schema, ...rest } = parameter;
      return inParameters(text, read, { ...rest, ...schema });
    }
    case "openapi":
      return inParameters(text, read, { ...parameter });
  }
}

const insertAt = (at: number, insert: string): Edit => ({ document: "api", from: at, to: at, insert });

/** Behind the path of the endpoint's line: `?limit=20`, ` [Idempotency-Key]`; behind a command's URL as the command has it. */
function inSketch(text: string, { end }: EndpointRead, { name, in: where, schema }: NewParameter): Edit | null {
  const command = urlEnd(text, end);
  if (command !== null && where === "header") return insertAt(command.behind, ` -H '${name}: <key>'`);
  const target = /[`*_]*[ \t]*[|:]?[ \t]+[`*_]*([^\s`*|]{0,600}[^\s`*|:,;.])/y;
  target.lastIndex = end;
  const found = command?.url ?? target.exec(text)?.[1];
  if (found === undefined) return null;
  const at = command?.end ?? target.lastIndex;
  if (where === "header") return insertAt(at, ` [${name}]`);
  const value = "default" in schema ? `=${schema.default}` : "";
  return insertAt(at, `${found.includes("?") ? "&" : "?"}${name}${value}`);
}

/** The URL of `curl -X POST "https://sho.rt/links"`, where it ends, and where its quotes do; null of a line that is no such command. */
function urlEnd(text: string, at: number): { url: string; end: number; behind: number } | null {
  const start = text.lastIndexOf("\n", at - 1) + 1;
  const [line = ""] = text.slice(start).split("\n", 1);
  const command = /^[\s>$#]{0,20}curl\b/.test(line) ? commandIn(line.replaceAll("#", " ")) : null;
  if (command === null) return null;
  const [all = "", url = "", quote = ""] = /^([^\s"'\\]{1,600})(["']?)/.exec(line.slice(command.pathAt)) ?? [];
  const behind = start + command.pathAt + all.length;
  return { url, end: behind - quote.length, behind };
}

/** An entry of a JSON list names its parameters; in other words than a list of names they are left to their author. */
function inList(text: string, { node }: EndpointRead, { name, in: where }: NewParameter): Edit | null {
  const at = startOf(node);
  const key = where === "header" ? "headers" : "query";
  const own = text.slice(at, endOfMap(node));
  if (!own.startsWith("{")) return null;
  const listed = new RegExp(`"${key}"\\s*:\\s*\\[\\s*(\\]|")`, "i").exec(own);
  if (listed !== null) {
    const isEmpty = listed[1] === "]";
    return insertAt(at + listed.index + listed[0].length - 1, `"${name}"${isEmpty ? "" : ", "}`);
  }
  if (new RegExp(`"(?:${key}|params|queryparams|parameters)"`, "i").test(own)) return null;
  return insertAt(at + 1, `"${key}": ["${name}"], `);
}

const endOfMap = (node: Node | null): number => node?.range?.[1] ?? 0;

function inParameters(text: string, { node, keyNode, form }: EndpointRead, item: Record<string, unknown>): Edit | null {
  const inJson = isJson(text);
  const written = inJson ? JSON.stringify(item) : flow(item);
  const own = entriesOf(node).find(({ key }) => key === "parameters");
  if (own !== undefined) {
    const [first] = itemsOf(own.value);
    // A list that is referred to may be another endpoint's as well.
    if (!isSeq(own.value) || startOf(own.value) < startOf(own.keyNode)) return null;
    const at = startOf(own.value);
    if (first === undefined) return text[at] === "[" ? insertAt(at + 1, written) : null;
    if (text[at] === "[") return insertAt(at + 1, `${inJson ? "" : " "}${written},`);
    const line = text.lastIndexOf("\n", startOf(first) - 1) + 1;
    const dash = /^[ \t]*(?=-)/.exec(text.slice(line, startOf(first)))?.[0];
    return dash === undefined ? null : insertAt(line, `${dash}- ${written}\n`);
  }
  const listed = form === "swagger" ? placeInList(text, node) : null;
  if (listed !== null) return insertAt(listed.at, listed.around(written));
  if (isMap(node) && node.flow === true) {
    if (text[startOf(node)] !== "{") return null;
    const more = node.items.length > 0 ? "," : "";
    return insertAt(
      startOf(node) + 1,
      inJson ? `"parameters": [${written}]${more}` : ` parameters: [${written}]${more}`,
    );
  }
  const first: unknown = isMap(node) ? node.items[0]?.key : undefined;
  const at = startOf(first);
  if (first === undefined || at < startOf(keyNode)) return null;
  const indent = " ".repeat(at - (text.lastIndexOf("\n", at - 1) + 1));
  return insertAt(at, `parameters:\n${indent}  - ${written}\n${indent}`);
}

/** Where Swagger lists its body among the parameters, those are no list any more once it is read as OpenAPI; the text has it still. */
function placeInList(text: string, node: Node | null): { at: number; around: (item: string) => string } | null {
  const from = startOf(node);
  const own = text.slice(from, endOfMap(node));
  const flowed = /(?:^|[\s{,])"?parameters"?\s*:\s*\[/.exec(own);
  if (flowed !== null) return { at: from + flowed.index + flowed[0].length, around: (item) => `${item}, ` };
  const lined = /(?:^|\n)[ \t]*parameters:[ \t]*\r?\n([ \t]*)- /.exec(own);
  if (lined === null) return null;
  const dash = lined[1] ?? "";
  const at = from + lined.index + lined[0].length - dash.length - 2;
  return { at, around: (item) => `${dash}- ${item}\n` };
}

const flow = (item: Record<string, unknown>): string =>
  `{ ${Object.entries(item)
    .map(
      ([key, value]) => `${key}: ${typeof value === "object" && value !== null ? flow({ ...value }) : String(value)}`,
    )
    .join(", ")} }`;
