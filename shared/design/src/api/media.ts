import type { Node } from "yaml";
import type { Entry } from "../text/yaml.ts";
import type { References } from "./references.ts";

const json = /^(?:application\/(?:[\w.-]+\+)?json\b|\*\/\*|application\/\*)/;

/** The JSON among the media types of a body, else the first. */
export function jsonOf(references: References, content: Node | null): (Entry & { isJson: boolean }) | undefined {
  const all = references.entries(content);
  const found = all.find(({ key }) => json.test(key));
  const chosen = found ?? all[0];
  return chosen === undefined ? undefined : { ...chosen, isJson: found !== undefined };
}
