import type { Edit } from "@proofroom/domain/design/finding";
import { type Node, isMap } from "yaml";
import { endOf, startOf } from "../text/yaml.ts";
import type { EndpointRead } from "./endpoint.ts";
import { uncommented } from "./sketch/uncommented.ts";
import { isJson } from "../text/is-json.ts";

/** The edit that sets a key of an endpoint, in the style in which the text around it is written; on lines of its own where it has some. */
export function writeKey(
  text: string,
  { keyNode, node, capability, operation, isSketched }: EndpointRead,
  value: string,
  key: "x-capability" | "x-operation" = "x-capability",
  lines: string[] = [],
): Edit {
  const old = key === "x-capability" ? capability : operation;
  if (old !== null) {
    const isInline = lines.length === 0 || (isMap(node) && node.flow === true);
    return edit(startOf(old), valueEnd(text, old), isInline ? inStyle(text, value) : onLines(text, old, lines));
  }
  const line = `${key}: ${value}`;
  const block = (indent: string): string =>
    lines.length === 0 ? line : [`${key}:`, ...lines.map((one) => `${indent}  ${one}`)].join("\n");
  if (isSketched) {
    // What is sketched in comments is read, and so indented, as if their marks were not there.
    const sketch = uncommented(text);
    const start = text.lastIndexOf("\n", startOf(keyNode) - 1) + 1;
    const indent = /^[ \t]*/.exec(sketch.slice(start))?.[0] ?? "";
    const end = endOf(node);
    const at = text[end - 1] === "\r" ? end - 1 : end;
    const below = indentBelow(sketch.slice(end), indent);
    return edit(at, at, `\n${below}${block(below)}`);
  }
  if (isMap(node) && node.flow === true) {
    const at = startOf(node) + 1;
    const inJson = isJson(text);
    const written = inJson ? `"${key}": ${inStyle(text, value)}` : line;
    return edit(at, at, node.items.length > 0 ? `${inJson ? "" : " "}${written}, ` : ` ${written} `);
  }
  const first: unknown = isMap(node) ? node.items[0]?.key : undefined;
  if (first !== undefined) {
    const at = startOf(first);
    const indent = at - (text.lastIndexOf("\n", at - 1) + 1);
    return edit(at, at, `${block(" ".repeat(indent))}\n${" ".repeat(indent)}`);
  }
  const start = startOf(keyNode);
  const indent = start - (text.lastIndexOf("\n", start - 1) + 1) + 2;
  const at = text.indexOf(":", endOf(keyNode)) + 1;
  return edit(at, at, `\n${" ".repeat(indent)}${block(" ".repeat(indent))}`);
}

const edit = (from: number, to: number, insert: string): Edit => ({ document: "api", from, to, insert });

/** How far in the next line stands, where that is below its endpoint: a key that stood less far in would swallow it. */
function indentBelow(rest: string, own: string): string {
  const [, next = ""] = /^\s*?\n([ \t]*)(?=\S)/.exec(rest) ?? [];
  return next.length > own.length ? next : `${own}  `;
}

/** A block map's range reaches over the line ends behind it. */
function valueEnd(text: string, node: Node): number {
  const end = endOf(node);
  return startOf(node) + text.slice(startOf(node), end).trimEnd().length;
}

/** Lines in the place of what stands there: where it does, or on new ones where it stands behind its key. */
function onLines(text: string, old: Node, lines: string[]): string {
  const before = text.slice(text.lastIndexOf("\n", startOf(old) - 1) + 1, startOf(old));
  const indent = /^[ \t]*/.exec(before)?.[0] ?? "";
  return before === indent ? lines.join(`\n${indent}`) : lines.map((line) => `\n${indent}  ${line}`).join("");
}

const inStyle = (text: string, value: string): string => (isJson(text) ? asJson(value) : value);

/** `{"name": "shorten"}` is JSON already; `shorten` → `"shorten"`; `{ name: shorten, in: { url: target } }` → the same in JSON. */
const asJson = (value: string): string =>
  value.includes('"') ? value : value.replace(/[\w.$-]+/g, (word) => `"${word}"`);
