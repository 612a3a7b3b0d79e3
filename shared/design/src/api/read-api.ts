import { isSeq, type Node } from "yaml";
import type { Tell } from "../text/report.ts";
import { tellInvisible } from "../text/invisible.ts";
import { linesOf } from "../text/lines.ts";
import { readYaml, startOf, textOf, valueAt, type YamlRead } from "../text/yaml.ts";
import { type EndpointRead, endpointReader } from "./endpoint.ts";
import { withoutList } from "./endpoint-list.ts";
import { isDocument, isListedSketch, isSketched, pathsOf, tellNoForm } from "./form.ts";
import { type Bases, basesIn } from "./base-path.ts";
import { methods, otherMethods } from "./methods.ts";
import { checkPath, pathShape, textAfterMistake } from "./path.ts";
import { type References, referencesOf } from "./references.ts";
import { readSketch } from "./sketch/read-sketch.ts";
import { withoutSwagger } from "./swagger.ts";

export interface ApiRead {
  endpoints: EndpointRead[];
  /** Where a finding about what is missing belongs. */
  pathsAt: number;
  /** The text as YAML, where it is that and no sketch. */
  written: YamlRead | null;
  /** The root of the OpenAPI document that a sketch means; null of every other form. */
  sketch: Node | null;
  /** `x-workers`: what workers do with the messages that they take. */
  workers: Node | null;
  isEmpty: boolean;
  /** False where the text could not be read at all, so that what is missing cannot be told. */
  isReadable: boolean;
}

const besides = new Set(["parameters", "summary", "description", "servers", "$ref"]);

const mostEndpoints = 150;

/** Reads OpenAPI 3.0 or 3.1 or Swagger 2.0, in YAML or JSON, a looser list of endpoints, or a sketch of one a line. */
export function readApi(document: string, tell: Tell): ApiRead {
  const text = document.toWellFormed();
  const unread: ApiRead = {
    endpoints: [],
    pathsAt: 0,
    written: null,
    sketch: null,
    workers: null,
    isEmpty: false,
    isReadable: false,
  };
  tellInvisible("api", text, tell);
  const isDrafted = isSketched(text);
  if (!isDrafted && /^(?:\s|#.*(?:\n|$))*$/.test(text)) return { ...unread, isEmpty: true };
  const mistakes: Parameters<Tell>[0][] = [];
  const yamlRead = isDrafted ? null : readYaml(text, (mistake) => mistakes.push(mistake));
  const isSketch = isDrafted || (yamlRead === null && isListedSketch(text));
  const written = isSketch ? readSketch(text, tell) : yamlRead;
  // What is wrong with it as YAML is no help where it never was to be YAML.
  if (written === null && !isDocument(text)) tellNoForm(text, mistakes[0]?.from ?? 0, tell);
  else if (!isSketch) for (const mistake of mistakes) tell(mistake);
  if (written === null) return unread;
  const nothing = { ...unread, written: isSketch ? null : written, sketch: isDrafted ? written.root : null };
  const unlisted = isSketch ? written : withoutList(written, { text, tell });
  const yaml = isSketch ? unlisted : withoutSwagger(unlisted, tell);
  const form = isSketch ? "sketch" : unlisted !== written ? "list" : yaml !== unlisted ? "swagger" : "openapi";
  const paths = pathsOf(yaml.root, text, tell);
  if (paths === null) return nothing;
  const references = referencesOf(yaml, tell);
  const endpoints = readPaths(paths, basesIn(references, yaml.root), references, { form, place: linesOf(text), tell });
  if (endpoints.length > mostEndpoints) {
    const message = `A room runs at most ${mostEndpoints} endpoints; these are more. Keep what the problem asks for.`;
    tell({ severity: "error", rule: "too-much", message, from: startOf(paths) });
    return nothing;
  }
  if (endpoints.length === 0) {
    const message =
      "There is no endpoint yet. Write one a line, POST /things {name: string} -> 201 {id}; or OpenAPI, below paths a path such as /things: and below it a method, post: or get:.";
    tell({ severity: "error", rule: "no-endpoint", message, from: startOf(paths) });
  }
  checkOperationIds(endpoints, tell);
  const workers = valueAt(yaml.root, "x-workers");
  return { ...nothing, endpoints, pathsAt: startOf(paths), workers, isReadable: endpoints.length > 0 };
}

function readPaths(
  paths: Node,
  baseOf: Bases,
  references: References,
  form: Parameters<typeof endpointReader>[1],
): EndpointRead[] {
  const { tell } = form;
  const readEndpoint = endpointReader(references, form);
  const seen = new Map<string, string>();
  return references.entries(paths).flatMap((path) => {
    if (path.key.startsWith("x-") || !checkPath(path, tell)) return [];
    const shape = pathShape(path.key);
    const twin = seen.get(shape);
    seen.set(shape, path.key);
    if (twin !== undefined) {
      const message = `${path.key} and ${twin} answer the same requests; merge the two.`;
      tell({ severity: "error", rule: "duplicate-path", message, from: startOf(path.keyNode) });
      return [];
    }
    const below = references.resolve(path.value);
    if (isSeq(below) || (textOf(below) ?? "") !== "") {
      const what = isSeq(below) ? "a list" : "a text";
      const message = `Below ${path.key} stands ${what} where its methods belong; write get: or post: there, and below it what it answers.`;
      tell({ severity: "error", rule: "path", message, from: startOf(path.keyNode) });
      return [];
    }
    const shared = references.at(path.value, "parameters");
    return references.entries(path.value).flatMap((entry) => {
      const method = entry.key.toUpperCase();
      if (methods.has(method))
        return readEndpoint({ method, path: baseOf(path.value, entry.value) + path.key, entry, shared });
      if (otherMethods.has(method)) {
        const message = `${method} is not run here; the gateway answers it.`;
        tell({ severity: "warning", rule: "method", message, from: startOf(entry.keyNode) });
      } else if (!besides.has(entry.key) && !entry.key.startsWith("x-")) {
        const message = `${entry.key} is no method; ${textAfterMistake(entry.key)}.`;
        tell({ severity: "warning", rule: "method", message, from: startOf(entry.keyNode) });
      }
      return [];
    });
  });
}

function checkOperationIds(endpoints: EndpointRead[], tell: Tell): void {
  const seen = new Map<string, string>();
  for (const { endpoint, operationIdAt } of endpoints) {
    if (endpoint.operationId === undefined) continue;
    const twin = seen.get(endpoint.operationId);
    if (twin !== undefined) {
      const message = `${twin} has the operationId ${endpoint.operationId} already; rename one of them.`;
      tell({ severity: "error", rule: "duplicate-operation-id", message, from: operationIdAt });
    }
    seen.set(endpoint.operationId, endpoint.opId);
  }
}
