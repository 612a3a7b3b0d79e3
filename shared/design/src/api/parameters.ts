import type { Endpoint } from "@proofroom/domain/design/model";
import type { Node } from "yaml";
import type { Place } from "../text/lines.ts";
import type { Tell } from "../text/report.ts";
import { startOf, textOf } from "../text/yaml.ts";
import type { JsonSchema } from "./json-schema.ts";
import { jsonOf } from "./media.ts";
import { tellLongName } from "./name-length.ts";
import { parametersIn } from "./path.ts";
import type { References } from "./references.ts";

type Parameter = Endpoint["parameters"][number];

interface Found {
  path: string;
  own: Node | null;
  shared: Node | null;
  references: References;
  schemaOf: (node: Node | null) => JsonSchema | undefined;
  place: (offset: number) => Place;
  tell: Tell;
}

/** The endpoint's parameters, its own before its path's; what the path names and nobody describes is a text. */
export function readParameters({ path, own, shared, references, schemaOf, place, tell }: Found): Parameter[] {
  const inPath = parametersIn(path);
  const found = new Map<string, Parameter>();
  for (const written of [...references.items(own), ...references.items(shared)]) {
    const node = references.resolve(written);
    const part = (key: string) => references.at(node, key);
    const name = textOf(part("name"));
    const where = textOf(part("in"));
    if (name === undefined || !isPlace(where)) {
      if (where === "cookie") continue;
      const message = "A parameter has a name, and in: path, query or header.";
      tell({ severity: "warning", rule: "parameter", message, from: startOf(written) });
      continue;
    }
    if (where === "path" && !inPath.includes(name)) {
      const message = `${path} has no {${name}}; write it into the path, or say in: query.`;
      tell({ severity: "error", rule: "parameter", message, from: startOf(written) });
      continue;
    }
    if (where !== "path") tellLongName(name, startOf(part("name")), tell);
    const key = `${where} ${name.toLowerCase()}`;
    if (found.has(key)) continue;
    const schema = schemaOf(part("schema") ?? jsonSchema(references, part("content"))) ?? {};
    const required = where === "path" || textOf(part("required")) === "true";
    found.set(key, { name, in: where, required, schema, line: place(startOf(written)).line });
  }
  for (const name of inPath) {
    const key = `path ${name.toLowerCase()}`;
    if (!found.has(key)) found.set(key, { name, in: "path", required: true, schema: { type: "string" } });
  }
  return [...found.values()];
}

const jsonSchema = (references: References, content: Node | null): Node | null =>
  references.at(jsonOf(references, content)?.value ?? null, "schema");

const isPlace = (place: string | undefined): place is Parameter["in"] =>
  place === "path" || place === "query" || place === "header";
