import type { Offer } from "@proofroom/domain/design/offer";
import type { Table } from "@proofroom/domain/design/model";
import type { Capability } from "@proofroom/domain/problem/problem";
import { pathShape } from "../api/path.ts";
import type { Sense } from "../bind/sense.ts";
import type { YamlRead } from "../text/yaml.ts";
import { lineOf } from "./endpoint-line.ts";
import { type EndpointShape, shapeFor } from "./endpoint-shape.ts";
import { writeEndpoint } from "./write-endpoint.ts";

interface Given {
  /** The API document, and what it is as YAML. */
  text: string;
  written: YamlRead | null;
  tables: Table[];
  senses: Sense[];
  /** What answers already. */
  endpoints: { method: string; path: string }[];
}

/** An endpoint to begin with, for a capability that none serves, in the form in which the document is written; null where it has no place. */
export function newEndpoint(name: string, capability: Capability, given: Given): Offer | null {
  const shape = free(shapeFor(name, capability, given.tables, given.senses), name, given.endpoints);
  const edit = writeEndpoint(given, shape, name);
  const line = lineOf(shape);
  return edit === null
    ? null
    : { label: "Insert an endpoint", says: `Writes ${line}, which serves ${name}.`, edits: [edit] };
}

/** Under a path of its own where another endpoint answers there. */
function free(shape: EndpointShape, name: string, taken: Given["endpoints"]): EndpointShape {
  const isTaken = (path: string): boolean =>
    taken.some((other) => other.method === shape.method && pathShape(other.path).endsWith(pathShape(path)));
  const others = [shape.path, `/${name}${shape.path}`, `/${name}${/(?:\/\{[^}]*\})*$/.exec(shape.path)?.[0] ?? ""}`];
  return { ...shape, path: others.find((path) => !isTaken(path)) ?? shape.path };
}
