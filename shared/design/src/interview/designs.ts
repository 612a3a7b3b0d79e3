import type { DocumentName } from "@proofroom/domain/document/document";
import { type Claim, claimsIn } from "@proofroom/domain/interview/language/claims";
import { designFacts } from "@proofroom/domain/interview/design/design-facts";
import type { Changed, Reading } from "@proofroom/domain/interview/reading";
import { topicsOf } from "@proofroom/domain/interview/design/topics";
import type { Capability } from "@proofroom/domain/problem/problem";
import { readDesign } from "../read.ts";

export type Texts = Record<DocumentName, string>;

/** What candidates write on an ordinary day: it runs, and much is left to ask. */
export const average: Texts = {
  schema: `create table links (
  id serial primary key,
  code varchar(5) not null,
  url varchar(500),
  user_id bigint,
  created_at timestamptz not null default now()
);
`,
  api: `openapi: 3.1.0
info: { title: Links, version: "1" }
paths:
  /links:
    post:
      x-capability: shorten
      parameters:
        - { name: Idempotency-Key, in: header, schema: { type: string } }
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              properties:
                url: { type: string, maxLength: 2000 }
                alias: { type: string }
      x-operation:
        - insert: links
          values: { code: { base62: 5 }, url: $body.url }
        - return: { status: 201, body: { code: $row.code } }
      responses: { "201": { description: made } }
    get:
      parameters:
        - { name: user, in: query, schema: { type: string } }
      x-operation:
        - list: links
          where: { user_id: $query.user }
      responses: { "200": { description: all of them } }
  /{code}:
    get:
      x-capability: resolve
      parameters:
        - { name: code, in: path, required: true, schema: { type: string } }
      x-operation:
        - get: links
          by: { code: $path.code }
        - redirect: $row.url
          status: 301
      responses: { "301": { description: there } }
`,
  design: `# Links

We plan for 10,000 redirects a second and 100 writes a second, p99 under 50 ms.
Each code has 7 characters. A Redis cache keeps the hottest links. Opening answers 302.

\`\`\`mermaid
flowchart LR
  users([Users]) --> gw{{Gateway}}
  gw --> auth[Auth service]
  auth --> api[API service]
  api --> db[(Postgres)]
  api -.->|clicks| q[[Click queue]]
\`\`\`

Three services run side by side. Links expire after 2 years.
`,
};

/** Reads texts as the server does, for a problem with these capabilities. */
export function looker(capabilities: Record<string, Capability>) {
  const readingOf = (texts: Texts): Reading => {
    const { ddl: _ddl, ...model } = readDesign(texts, capabilities);
    return { texts, versions: { schema: "1.3", api: "1.4", design: "1.5" }, model };
  };
  return { readingOf, lookAt: (texts: Texts, chat = "") => lookFor(readingOf(texts), chat) };
}

const claimsOf = ({ texts, versions }: Reading, at = 1_000): Claim[] =>
  claimsIn(texts.design, (line) => ({ kind: "document", document: "design", version: versions.design, line }), at);

/** All that is found of a reading, with what was said in the chat at 12:04 of the room's clock. */
export function lookFor(reading: Reading, chat = "") {
  const said = claimsIn(chat, () => ({ kind: "message", seq: 4 }), 724_000);
  const claims = [...said, ...claimsOf(reading)];
  const facts = designFacts(reading, claims);
  const topics = topicsOf({ reading, claims, facts });
  return { reading, claims, facts, topics };
}

/** What is wrong with a wording; empty where nothing is. */
export function faultsOf(wording: string): string[] {
  const plain = wording.replace(/`[^`]*`|"[^"]*"/g, "x").replace(/\([^)]*\)/g, "");
  const ends = plain.match(/[.!?](?=\s|$)/g) ?? [];
  return [
    ...(wording.split(/\s+/).length > 55 ? ["longer than 55 words"] : []),
    ...(wording.endsWith("?") ? [] : ["ends without a question"]),
    ...(ends.filter((end) => end === "?").length === 1 ? [] : ["not one question"]),
    ...(ends.length <= 3 ? [] : ["more than two sentences and a question"]),
    ...(/undefined|NaN|Infinity|\[object|``|""| {2}/.test(wording) ? ["a hole that is not filled"] : []),
    ...(/\b(?:great|good job|nice|well done|excellent|should use|you should add)\b/i.test(wording)
      ? ["praise or advice"]
      : []),
  ];
}

/** As if all of it had just been written. */
export const changedAll = (texts: Texts): Changed[] =>
  (["schema", "api", "design"] as const).map((document) => ({
    document,
    version: "1.1",
    author: "p",
    removed: 0,
    lines: texts[document].split("\n").map((_, n) => n + 1),
  }));
