import type { Edit } from "@proofroom/domain/design/finding";
import { endOfLine } from "../text/lines.ts";
import { endOf, entriesOf, itemsOf, startOf, textOf, valueAt } from "../text/yaml.ts";
import type { EndpointRead } from "./endpoint.ts";
import { isJson } from "../text/is-json.ts";

/** The edit that gives a query parameter another name, without a default that a number had; null where it is not found. */
export function renameParameter(text: string, read: EndpointRead, name: string, other: string): Edit | null {
  if (read.form === "sketch") {
    const line = text.slice(read.end, endOfLine(text, read.end));
    const [found = "", sign = ""] =
      new RegExp(`([?&])${escaped(name)}\\??(?:=[\\w.-]*)?(?=[&\\s\`|)]|$)`).exec(line) ?? [];
    if (found === "") return null;
    const from = read.end + line.indexOf(found);
    return { document: "api", from, to: from + found.length, insert: `${sign}${other}` };
  }
  if (read.form === "list") return null;
  const parameters = itemsOf(entriesOf(read.node).find(({ key }) => key === "parameters")?.value);
  const found = parameters.find((node) => textOf(valueAt(node, "name")) === name);
  const [at, end] = [startOf(found), endOf(found)];
  if (found === undefined || entriesOf(found).some(({ key }) => key === "$ref")) return null;
  const inJson = isJson(text);
  const isFlow = text[at] === "{";
  // A cursor is a text; what the number allowed goes with it.
  const written = inJson
    ? JSON.stringify({ name: other, in: "query", ...typed(read) })
    : isFlow
      ? `{ name: ${other}, in: query, ${read.form === "swagger" ? "type: string" : "schema: { type: string }"} }`
      : null;
  if (written !== null) return { document: "api", from: at, to: end, insert: written };
  const indent = " ".repeat(at - (text.lastIndexOf("\n", at - 1) + 1));
  const type = read.form === "swagger" ? "type: string" : "schema: { type: string }";
  const whole = text.slice(at, end).trimEnd().length;
  return { document: "api", from: at, to: at + whole, insert: `name: ${other}\n${indent}in: query\n${indent}${type}` };
}

const typed = ({ form }: EndpointRead) => (form === "swagger" ? { type: "string" } : { schema: { type: "string" } });

const escaped = (name: string): string => name.replace(/[^\w]/g, "\\$&");
