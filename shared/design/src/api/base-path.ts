import type { Node } from "yaml";
import { textOf } from "../text/yaml.ts";
import type { References } from "./references.ts";

/** What stands before the path of an operation, by the nodes of its path and of itself. */
export type Bases = (path: Node | null, operation: Node | null) => string;

/** The path of the first server, whose host is the run's own: that of the operation, else of its path, else of the document. */
export function basesIn(references: References, root: Node): Bases {
  const serverOf = (node: Node | null): Node | null => references.items(references.at(node, "servers"))[0] ?? null;
  const whole = serverOf(root);
  return (path, operation) => pathOf(references, serverOf(operation) ?? serverOf(path) ?? whole);
}

function pathOf(references: References, server: Node | null): string {
  const variables = references.at(server, "variables");
  const url = (textOf(references.at(server, "url")) ?? "").replaceAll(
    /\{(\w{1,60})\}/g,
    (_all, name: string) => textOf(references.at(references.at(variables, name), "default")) ?? "",
  );
  const path = url.replace(/^(?:[a-z]+:)?\/\/[^/]*/i, "").replace(/\/+$/, "");
  return /^(?:\/[\w.~-]+)+$/.test(path) && path.length <= 200 ? path : "";
}
