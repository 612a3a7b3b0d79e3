import type { Node } from "yaml";
import { ofTexts, remembered } from "../text/remembered.ts";
import type { Tell } from "../text/report.ts";
import { entriesOf, startOf, textOf, valueAt } from "../text/yaml.ts";
import { otherForm } from "./code/other-form.ts";
import { isPairedList } from "./paired-list.ts";
import { methodIn } from "./sketch/endpoint-line.ts";
import { meantMethod } from "./sketch/meant-method.ts";
import { isRough } from "./sketch/rough-lines.ts";
import { saysEndpoint } from "./sketch/uncommented.ts";

/** Of blanks only those of its own line: looked for from every line on, those of all the next would cost their square. */
const keyed = /^["' \t{]*(?:openapi|swagger|paths|endpoints)["']?[ \t]*:/m;
const ofOpenApi = /^["' \t{]*(?:openapi|swagger|paths)["']?[ \t]*:/m;

/** An object or a list, and no `[POST] /links` nor `[x] POST /links`, nor an attribute of C# on a line of its own, `[ApiController]`. */
const opens =
  /^\s*(?:\{|\[(?!(?:get|post|put|patch|delete)\]|[ x✓✔]\][ \t]+[`*_]{0,3}(?:get|post|put|patch|delete)\b|[a-z]\w{1,40}(?:\([^()\n]{0,200}\))?\][ \t]*(?:\r?\n|$)))/i;

/** Whether a text sets out to be OpenAPI, Swagger or a list, however broken. */
export const isDocument = remembered(
  (text: string): boolean => opens.test(text) || keyed.test(text) || isPairedList(text),
  ofTexts,
);

/** Whether an API is sketched, one endpoint a line, whatever stands around those lines. */
export const isSketched = (text: string): boolean =>
  !isDocument(text) &&
  (saysEndpoint(text) ||
    text.split("\n").some((line) => line.includes("/") && (meantMethod(line) !== null || isRough(line))));

/** Whether what cannot be read as YAML is a sketch below the word `endpoints`, with notes as nobody writes them in YAML. */
export const isListedSketch = (text: string): boolean =>
  !opens.test(text) && !ofOpenApi.test(text) && text.split("\n").some((line) => methodIn(line) !== null);

/** The `paths` of an OpenAPI document; null where it is none, which has been told with what to write. */
export function pathsOf(root: Node, text: string, tell: Tell): Node | null {
  const entry = (key: string) => entriesOf(root).find((e) => e.key === key);
  const paths = entry("paths");
  if (paths === undefined) {
    tellNoForm(text, startOf(root), tell);
    return null;
  }
  checkVersion(root, tell);
  return paths.value;
}

/** Of a text that sets out to be no form at all. */
export function tellNoForm(text: string, from: number, tell: Tell): void {
  const other = otherForm(text);
  if (other !== null) return tell({ severity: "error", rule: "api-form", from, ...other });
  const message =
    "No endpoint is found here. Write one a line, such as POST /things {name: string} -> 201 {id}; or OpenAPI: `openapi: 3.1.0`, then `paths:` with an entry such as `/things:` and below it `post:`.";
  tell({ severity: "error", rule: "api-form", message, from });
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
