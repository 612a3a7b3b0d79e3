import { Endpoint, type Operation } from "../../../design/model.ts";
import { tick } from "../topics/words.ts";
import type { Asker } from "./ask.ts";
import { asksOf } from "./endpoints.ts";

/** `POST /links {url} -> 201 {code} | 400`, also in a list or behind a name: an endpoint before it is one. */
const sketch = /^\s*(?:[-*+]\s+|\d+[.)]\s+|#+\s*)?`?(GET|POST|PUT|PATCH|DELETE)`?\s+`?(\/[^\s`]*)`?(.*)$/i;

/** Questions about endpoints that stand in the API document as one line of text. */
export const sketchAsks: Asker = (view, isNew) => {
  const known = new Set(view.operations.map(({ operation }) => operation.line));
  return view.lines.api.flatMap((text, n) => {
    if (known.has(n + 1) || !isNew("api", n + 1)) return [];
    const operation = sketchedIn(text, n + 1);
    if (operation === null) return [];
    return asksOf({ operation, acts: [], it: `${tick(text)} (api ${n + 1})` });
  });
};

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
