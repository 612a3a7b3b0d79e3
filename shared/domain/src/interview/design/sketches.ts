import { Endpoint, type Operation } from "../../design/model.ts";
import type { DesignView } from "./design-view.ts";

/** Endpoints that stand in the API document as one line of text, beside those that could be read. */
export function sketchesOf({ lines, operations }: Pick<DesignView, "lines" | "operations">): Operation[] {
  const known = new Set(operations.map(({ operation }) => operation.line));
  return lines.api.flatMap((text, n) => {
    const operation = known.has(n + 1) ? null : sketchedIn(text, n + 1);
    return operation === null ? [] : [operation];
  });
}

/** `POST /links {url} -> 201 {code} | 400`, also in a list or behind a name: an endpoint before it is one. */
const sketch = /^\s*(?:[-*+]\s+|\d+[.)]\s+|#+\s*)?`?(GET|POST|PUT|PATCH|DELETE)`?\s+`?(\/[^\s`]*)`?(.*)$/i;

function sketchedIn(text: string, line: number): Operation | null {
  const [, verb = "", path = "", rest = ""] = sketch.exec(text) ?? [];
  const method = Endpoint.shape.method.safeParse(verb.toUpperCase()).data;
  if (method === undefined) return null;
  const [asked = "", answered = ""] = rest.split(/->|=>|→|:/);
  const fields = /\{([^}]*)\}/.exec(asked)?.[1]?.match(/\p{L}[\p{L}\p{N}_]*(?=\s*[,:}?]|\s*$)/gu) ?? [];
  const statuses = (answered.match(/\b[1-5]\d\d\b/g) ?? []).map(Number);
  return {
    opId: `${method} ${path}`,
    method,
    path,
    line,
    ...(fields.length === 0 ? {} : { body: { properties: Object.fromEntries(fields.map((name) => [name, {}])) } }),
    bodyRequired: false,
    parameters: [],
    responses: statuses.map((status) => ({ status, headers: [] })),
    ...(/idempoten/i.test(text) ? { idempotency: { header: "Idempotency-Key", column: "" } } : {}),
    steps: [],
    words: [],
    inputs: {},
    outputs: {},
    confidence: 0,
  };
}
