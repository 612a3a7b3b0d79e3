import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const drawn = (relay: string) =>
  `\`\`\`mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n ${relay}\n\`\`\``;
const urls = "create table urls (code text primary key, url text not null, idempotency_key text unique);";
const outbox =
  "create table outbox_events (id bigserial primary key, payload jsonb not null, published_at timestamptz);";
const api = "POST /urls {url: uri} [Idempotency-Key] -> 201 {code}\nGET /{code} -> 302 | 404\n";
const told = (relay: string, sketch = api) =>
  readDesign({ schema: `${urls}\n${outbox}`, api: sketch, design: drawn(relay) }, capabilities).findings.filter(
    ({ document }) => document === "schema",
  );

test("an outbox that nothing fills is told of at its table, with the relay that is drawn or without", () => {
  const relayed = told("db --> relay[Outbox relay worker] --> kafka[[Kafka]]");
  expect(relayed).toMatchObject([{ rule: "outbox-not-run", line: 2, severity: "warning" }]);
  expect(relayed[0]?.message).toContain("such as - publish: kafka");
  expect(told("db --> standby[(Replica)]")).toMatchObject([{ rule: "outbox-not-run" }]);
});

test("an outbox that steps fill is none of that", () => {
  const fills = `openapi: 3.0.3
paths:
  /urls:
    post:
      x-capability: shorten
      requestBody: { content: { application/json: { schema: { type: object, required: [url], properties: { url: { type: string, format: uri } } } } } }
      responses: { "201": { description: made } }
      x-operation:
        - insert: urls
          values: { code: { base62: 7 }, url: $body.url }
        - { insert: outbox_events, values: { payload: { json: { code: $urls.code } } } }
`;
  expect(told("db --> relay[Outbox relay worker]", fills).map(({ rule }) => rule)).not.toContain("outbox-not-run");
});
