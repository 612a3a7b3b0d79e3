import type { Fix } from "@proofroom/domain/design/finding";
import type { Operation } from "@proofroom/domain/design/model";
import { fieldType } from "@proofroom/domain/problem/field-type";
import type { Capability } from "@proofroom/domain/problem/problem";
import type { EndpointRead } from "../../api/endpoint.ts";
import { isBareText } from "../../api/sketch/refused-url.ts";
import { hasFormlessRules, takesAnyText } from "../../text/any-text.ts";
import { endOf } from "../../text/yaml.ts";
import { columnOf } from "../column-of.ts";
import type { Known } from "../convention/convention.ts";
import { fieldsOf, isGroup, isRecord } from "../fields.ts";
import { literally } from "../ways/told/statement/statement.ts";
import type { Asking } from "./ask.ts";

/**
 * Asks what an endpoint refuses with the 400 or 422 that it declares without a word more, where all that could be malformed of what it is
 * sent is its URL, of which nothing says that it has to be one. The answer stands beside the status, in a sketch as in a description of OpenAPI.
 */
export function askWhatIsRefused(
  read: EndpointRead,
  { capability, inputs, known }: { capability: Capability; inputs: Operation["inputs"]; known: Known },
  { text, tell }: Asking,
): void {
  const name = urlOf(capability, inputs);
  if (name === undefined || !isAllThatCould(read, name) || isToldElsewhere(read, name, known)) return;
  const place = placeOfRefusal(read, text);
  if (place === null) return;
  const { status, from, to } = place;
  const said = (insert: string): Fix["edits"] => [{ document: "api", from, to, insert }];
  const field = name.split(".").at(-1) ?? name;
  const lead = from === to ? " " : "";
  tell({
    severity: "question",
    rule: "which-refusal",
    message: `What does ${read.endpoint.opId} refuse with ${status}? Nothing says that ${field} has to be a URL, and nothing else that is sent could be malformed.`,
    from: read.at,
    to: read.end,
    fixes: [
      { label: `A ${field} that is no URL`, edits: said(`${lead}${field} is not a valid URL`) },
      { label: `Only that no ${field} is sent`, edits: said(`${lead}${field} is missing`) },
    ],
    stopsRun: capability.required,
  });
}

/** The field of the body in which the capability's URL is sent. */
function urlOf({ in: asked }: Capability, inputs: Operation["inputs"]): string | undefined {
  const [field] = Object.keys(asked).filter((one) => fieldType(asked[one] ?? "").type === "url");
  const at = field === undefined ? undefined : inputs[field];
  return at?.in === "body" ? at.name : undefined;
}

/** Whether the URL, and whatever is sent beside it, is a text that may be any by what is declared. */
function isAllThatCould({ endpoint: { body, parameters } }: EndpointRead, name: string): boolean {
  const fields = fieldsOf(body).filter((one) => !isGroup(one));
  const sent = parameters.flatMap(({ schema }) => (isRecord(schema) ? [schema] : []));
  return fields.some((one) => one.name === name) && [...fields.map(({ schema }) => schema), ...sent].every(isBareText);
}

/** Whether the design document speaks of such a refusal or takes any text, or the database holds the URL to a form. */
function isToldElsewhere(
  { endpoint }: EndpointRead,
  name: string,
  { all, design, toldOf, tables, senses }: Known,
): boolean {
  const told = `${toldOf(endpoint.line)}\n${design}`;
  if (/(?<!\d)4(?:00|22)(?!\d)/.test(told) || takesAnyText(design) !== null || hasFormlessRules(design)) return true;
  return tables.some((table) => {
    const column = columnOf(name, table, senses)?.name;
    return column !== undefined && heldToForm(column).test(all);
  });
}

/** `check (url ~* '^https?://')`, `check (lower(url) like 'http%')`. */
const heldToForm = (column: string): RegExp =>
  new RegExp(
    `\\bcheck\\s{0,9}\\([^;]{0,300}?(?<!\\w)${literally(column)}["'\`)]{0,3}\\s{0,3}(?:!?~|(?:i?like|similar|regexp)\\b)`,
    "i",
  );

const nothing =
  "(?:bad[ _-]?(?:request|input)|invalid(?:[ _-](?:request|input|body|data))?|validation(?:[ _-](?:error|failed|failure))?|unprocessable(?:[ _-](?:entity|content))?|client error|error)";
const bare = new RegExp(`(?<![\\w./-])(400|422)(?:[ \\t]+${nothing})?(?=[ \\t]*(?:[|,;]|\\r?\\n|$))`, "i");
const described = new RegExp(
  `(?<![\\w./-])["']?(400|422)["']?:[ \\t]{0,9}(?:\\{[ \\t]{0,9}|\\r?\\n[ \\t]{1,40})description:[ \\t]{1,9}(["']?)(${nothing})\\2(?=[ \\t]*(?:[},]|\\r?\\n|$))`,
  "i",
);

/** Where a status stands of which no word says what it refuses: behind it, or in place of a description that says as little. */
function placeOfRefusal(
  { form, at, end, node, endpoint }: EndpointRead,
  text: string,
): { status: string; from: number; to: number } | null {
  if (form === "sketch") {
    const line = endpoint.responses.find(({ status }) => status === 400 || status === 422)?.line;
    const start = line === undefined ? -1 : startOfLine(text, line);
    const from = Math.max(start, start <= at && at < lineEnd(text, start) ? end : start);
    const found = start === -1 ? null : bare.exec(text.slice(from, lineEnd(text, from)));
    const to = from + (found?.index ?? 0) + (found?.[0].length ?? 0);
    return found === null ? null : { status: found[1] ?? "", from: to, to };
  }
  const own = text.slice(at, endOf(node));
  const found = form === "openapi" ? described.exec(own) : null;
  const [whole = "", status = "", quote = "", words = ""] = found ?? [];
  if (found === null) return null;
  const from = at + found.index + whole.length - quote.length - words.length;
  return { status, from, to: from + words.length };
}

const startOfLine = (text: string, line: number): number =>
  text
    .split("\n")
    .slice(0, line - 1)
    .reduce((from, one) => from + one.length + 1, 0);

function lineEnd(text: string, from: number): number {
  const at = text.indexOf("\n", from);
  return at === -1 ? text.length : at;
}
