import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../read.ts";
import { waysIn } from "../ways/way-of.ts";

beforeAll(() => loadReader());

const { read } = waysIn(loadPublicProblem(problemsDir, "url-shortener").capabilities);

const links = (more: string) => `create table users (id bigserial primary key, email text not null);
create table links (code text primary key, url text not null, ${more}, created_at timestamptz not null default now());`;
const api = `POST /links {url: uri} [auth] [Idempotency-Key] -> 201 {code}
GET /links [auth] -> 200 [{code, url}]
DELETE /links/{code} [auth] -> 204
GET /{code} -> 302 | 404
`;
const bound = (schema: string, said = api) => {
  const { operations, findings } = read(schema, said);
  const of = (opId: string) => operations.find((one) => one.opId === opId);
  const rules = findings.map(({ rule }) => rule);
  return { made: of("POST /links"), listed: of("GET /links"), gone: of("DELETE /links/{code}"), rules };
};

test.each([
  "owner text not null",
  "user_id bigint not null references users",
  "client_id uuid not null",
  "workspace_id uuid not null",
  "created_by text not null",
  "benutzer_id bigint not null references users",
  "OwnerId text not null",
  "CustomerUuid uuid not null",
  "CreatedBy text not null",
  "idUsuario bigint not null references users",
])("a row belongs to whoever asks, and so do those that are listed or deleted: %s", (column) => {
  const { made, listed, gone, rules } = bound(links(column));
  const [name = ""] = column.toLowerCase().split(" ");
  expect(made?.steps[0]).toMatchObject({ values: { [name]: "$user" } });
  expect(listed?.steps[0]).toMatchObject({ list: "links", where: { [name]: "$user" } });
  expect(gone?.steps[0]).toMatchObject({ delete: "links", where: { code: "$path.code", [name]: "$user" } });
  expect(rules).not.toContain("empty-column");
  expect(rules).not.toContain("caller-not-told");
});

test("what a client calls one of an owner's requests is whose nobody's is", () => {
  const put = `openapi: 3.1.0
paths:
  /links/{id}:
    put:
      security: [{ token: [] }]
      parameters: [{ name: id, in: path, required: true, schema: { type: string, format: uuid } }]
      requestBody: { content: { application/json: { schema: { required: [url], properties: { url: { type: string, format: uri } } } } } }
      responses: { "201": { content: { application/json: { schema: { properties: { code: { type: string } } } } } } }
  /{code}:
    get: { responses: { "302": { description: go } } }
components: { securitySchemes: { token: { type: http, scheme: bearer } } }
`;
  const { operations } = read(
    `create table users (id bigserial primary key, email text not null);
create table links (id bigserial primary key, owner_id bigint not null references users, client_id uuid not null, code text not null unique,
  url text not null, created_at timestamptz not null default now(), unique (owner_id, client_id));`,
    put,
  );
  const made = operations.find(({ method }) => method === "PUT");
  expect(made?.steps[0]).toMatchObject({ values: { owner_id: "$user", client_id: "$path.id" } });
  expect(made?.idempotency).toMatchObject({
    sent: "$path.id",
    column: "links.client_id",
    within: { owner_id: "$user" },
  });
});

test("whoever asks is who a declared header says", () => {
  const openapi = `openapi: 3.1.0
paths:
  /links:
    post:
      parameters: [{ name: X-User-Id, in: header, required: true, schema: { type: string } }]
      requestBody: { content: { application/json: { schema: { required: [url], properties: { url: { type: string, format: uri } } } } } }
      responses: { "201": { content: { application/json: { schema: { properties: { code: { type: string } } } } } } }
  /{code}:
    get: { responses: { "302": { description: go } } }
`;
  expect(bound(links("owner text not null"), openapi).made?.steps[0]).toMatchObject({
    values: { owner: "$header.x-user-id" },
  });
});

test("rows that are kept as those of whoever a header names are listed and deleted as theirs alone", () => {
  const said = api.replaceAll("[auth]", "header X-Account-Id");
  const { made, listed, gone } = bound(links("account_id uuid not null"), said);
  const account_id = "$header.x-account-id";
  expect(made?.steps[0]).toMatchObject({ values: { account_id } });
  expect(listed?.steps[0]).toMatchObject({ list: "links", where: { account_id } });
  expect(gone?.steps[0]).toMatchObject({ delete: "links", where: { code: "$path.code", account_id } });
});

test.each([
  ["client_id text not null default 'anonymous'", { coalesce: ["$header.x-client-id", "anonymous"] }],
  ["client_id text", "$header.x-client-id"],
])("a header says whose a row is also where nobody has to: %s", (column, client_id) => {
  const said = api.replaceAll("[auth]", "header X-Client-Id");
  const unique = `${column}, idempotency_key uuid not null, unique (client_id, idempotency_key)`;
  const { made, rules } = bound(links(unique), said);
  expect(made?.steps[0]).toMatchObject({ values: { client_id } });
  expect(made?.idempotency).toMatchObject({ column: "links.idempotency_key", within: { client_id } });
  expect(rules).not.toContain("empty-column");
  expect(bound(links(column)).made?.steps[0]).not.toMatchObject({ values: { client_id: expect.anything() } });
});

test("where no document says by what that is told, this is told at the endpoint", () => {
  const silent = api.replaceAll(" [auth]", "");
  expect(bound(links("owner text not null"), silent).rules).toContain("caller-not-told");
  expect(bound(links("note text"), silent).rules).not.toContain("caller-not-told");
});

test.each([
  ["a constraint", "idempotency_key text not null, unique (user_id, idempotency_key)", ""],
  [
    "an index of the keys that there are",
    "idempotency_key text",
    "create unique index on links (user_id, idempotency_key) where idempotency_key is not null;",
  ],
])("%s of owner and key keeps the key within the owner, and nobody draws it", (_, columns, more) => {
  const { made, rules } = bound(`${links(`user_id bigint not null references users, ${columns}`)}\n${more}`);
  expect(made?.idempotency).toEqual({
    header: "Idempotency-Key",
    column: "links.idempotency_key",
    within: { user_id: "$user" },
  });
  expect(made?.words[0]).toMatch(/in links\.idempotency_key, for each user_id apart:/);
  expect(made?.steps[0]).not.toMatchObject({ values: { idempotency_key: expect.anything() } });
  expect(rules).not.toContain("key-not-kept");
});

test("a table of keys whose key is the owner's and the key's keeps it within the owner", () => {
  const keys = `create table idempotency_keys (owner text not null, key text not null, code text not null references links, primary key (owner, key));`;
  const { made } = bound(`${links("owner text not null")}\n${keys}`);
  expect(made?.idempotency).toMatchObject({ column: "idempotency_keys.key", within: { owner: "$user" } });
});

test("a key in the body is kept within the owner alike", () => {
  const said = api.replace("{url: uri}", "{url: uri, request_id: uuid}").replace(" [Idempotency-Key]", "");
  const { made } = bound(links("tenant uuid not null, request_id uuid not null, unique (tenant, request_id)"), said);
  expect(made?.idempotency).toEqual({
    sent: "$body.request_id",
    column: "links.request_id",
    within: { tenant: "$user" },
  });
});

test("a key that an index only finds, without keeping it unique, is not kept", () => {
  const { made, rules } = bound(
    `${links("user_id bigint not null references users, idempotency_key text not null")} create index on links (user_id, idempotency_key);`,
  );
  expect(made?.idempotency).toBeUndefined();
  expect(rules).toContain("key-not-kept");
});

test("a key that no two rows share is what a client sends with one request, and nobody's rows", () => {
  const said = api.replaceAll(" [auth]", " (X-User: uuid)").replaceAll("[Idempotency-Key]", "(Idempotency-Key: uuid)");
  const { made, listed } = bound(links("created_by uuid, client_key uuid unique"), said);
  expect(made?.idempotency).toMatchObject({ header: "Idempotency-Key", column: "links.client_key" });
  expect(made?.steps[0]).not.toMatchObject({ values: { client_key: expect.anything() } });
  expect(listed?.steps[0]).not.toMatchObject({ where: { client_key: expect.anything() } });
});

test("a header that is called as the column says whose a row is, though no X begins it", () => {
  const said = api.replace("{url: uri} [auth]", "{url: uri} (Client-Id: uuid)");
  expect(bound(links("client_id uuid not null"), said).made?.steps[0]).toMatchObject({
    values: { client_id: "$header.client-id" },
  });
});
