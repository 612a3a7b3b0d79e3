import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const design = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```\n";
const shorten = (columns: string, field: string) =>
  readDesign(
    {
      schema: `create table links (code varchar(7) primary key, url text not null, owner_id bigint not null, ${columns});`,
      api: `POST /links {url: uri, ${field}: string} header X-User-Id -> 201 {code}\nGET /{code} -> 302 | 404\n`,
      design,
    },
    capabilities,
  ).operations[0];

test.each([
  ["token", "dedupe_token", "dedupe_token uuid not null, unique (owner_id, dedupe_token)"],
  ["key", "idempotency_key", "idempotency_key text not null unique"],
  ["ref", "client_ref", "client_ref text not null, unique (owner_id, client_ref)"],
])("a request's %s is kept in %s, and is no code of one's own choice", (field, column, columns) => {
  const made = shorten(columns, field);
  expect(made?.idempotency).toMatchObject({ sent: `$body.${field}`, column: `links.${column}` });
  expect(made?.steps[0]).toMatchObject({ values: { code: { base62: 7 } } });
});

test.each([
  ["nothing keeps it unique", "token", "dedupe_token uuid"],
  ["another column ends so, too", "key", "idempotency_key text unique, vanity_key text"],
  ["the column is no request's key", "token", "share_token text unique"],
])("a word is no key of a request where %s", (_why, field, columns) => {
  expect(shorten(columns, field)?.idempotency).toBeUndefined();
});
