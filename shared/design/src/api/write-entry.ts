import type { Edit } from "@proofroom/domain/design/finding";
import { type Node, isMap } from "yaml";
import { endOf, entriesOf, startOf } from "../text/yaml.ts";
import { isJson } from "../text/is-json.ts";

/** The edit that adds a key to a map, behind its last one and in its own style; null where it stands nowhere. */
export function writeEntry(text: string, map: Node | null, key: string, value: string): Edit | null {
  const entries = entriesOf(map);
  const last = entries.at(-1);
  if (!isMap(map) || last === undefined) return null;
  const whole = text.slice(startOf(last.keyNode), endOf(last.value ?? last.keyNode)).trimEnd();
  const at = startOf(last.keyNode) + whole.length;
  const inJson = isJson(text);
  if (map.flow === true) {
    const written = inJson ? `"${key}": ${JSON.stringify(value)}` : `${key}: ${value}`;
    return { document: "api", from: at, to: at, insert: `, ${written}` };
  }
  const first = startOf(entries[0]?.keyNode);
  const indent = first - (text.lastIndexOf("\n", first - 1) + 1);
  return { document: "api", from: at, to: at, insert: `\n${" ".repeat(indent)}${key}: ${value}` };
}
