import type { Node } from "yaml";
import type { Tell } from "../text/report.ts";
import { entriesOf, startOf, textOf, valueAt } from "../text/yaml.ts";

const sketch = /^(?:[-*]\s+|\d+[.)]\s+)?`{0,3}(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s+\/\S*/;

/** Where an API begins that is sketched one endpoint a line, or null. */
export function sketchAt(text: string): number | null {
  let at = 0;
  for (const line of text.split("\n")) {
    const trimmed = line.trim();
    if (trimmed !== "" && !trimmed.startsWith("#")) {
      return sketch.test(trimmed) ? at + line.indexOf(trimmed) : null;
    }
    at += line.length + 1;
  }
  return null;
}

export const sketchMessage =
  "Endpoints sketched one a line are not read yet. Write them as OpenAPI: `openapi: 3.1.0`, then `paths:`, below it the path `/links:`, below that `post:` with `responses:`.";

/** The `paths` of an OpenAPI document; null where it is none, which has been told with what to write. */
export function pathsOf(root: Node, tell: Tell): Node | null {
  const entry = (key: string) => entriesOf(root).find((e) => e.key === key);
  const swagger = entry("swagger");
  if (swagger !== undefined) {
    const message =
      "Swagger 2.0 is not read yet. Write openapi: 3.0.3 here; the paths stay, bodies go under requestBody.content, answers under content, definitions under components.schemas.";
    tell({ severity: "error", rule: "api-form", message, from: startOf(swagger.keyNode), to: startOf(swagger.value) });
    return null;
  }
  const endpoints = entry("endpoints");
  if (endpoints !== undefined) {
    const message =
      'A list of endpoints is not read yet. Write OpenAPI: {"openapi": "3.1.0", "paths": {"/links": {"post": {"responses": {…}}}}}.';
    tell({ severity: "error", rule: "api-form", message, from: startOf(endpoints.keyNode) });
    return null;
  }
  const paths = entry("paths");
  if (paths === undefined) {
    const message =
      "This is not an OpenAPI document: it has no paths. Write `openapi: 3.1.0`, then `paths:` with an entry such as `/links:` and below it `post:`.";
    tell({ severity: "error", rule: "api-form", message, from: startOf(root) });
    return null;
  }
  checkVersion(root, tell);
  return paths.value;
}

function checkVersion(root: Node, tell: Tell): void {
  const version = textOf(valueAt(root, "openapi"));
  if (version !== undefined && /^3\.[01](?:\.|$)/.test(version)) return;
  const isMissing = version === undefined;
  const message = isMissing
    ? "The document does not say which OpenAPI it is; it is read as 3.1. Begin it with openapi: 3.1.0."
    : `OpenAPI ${version} is not known here; it is read as 3.1. Write openapi: 3.1.0.`;
  tell({ severity: "warning", rule: "api-version", message, from: startOf(valueAt(root, "openapi") ?? root) });
}
