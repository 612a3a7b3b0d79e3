import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";

beforeAll(() => loadReader());

const problems = {
  links: loadPublicProblem(problemsDir, "url-shortener").capabilities,
  seats: loadPublicProblem(problemsDir, "ticket-booking").capabilities,
};
const design = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```";
const links = "create table links (id uuid primary key, code text not null unique, url text not null);";
const keyOf = (first: string, schema = links) =>
  readDesign({ schema, api: `${first}\nGET /{code} -> 302 | 404\n`, design }, problems.links).operations[0]
    ?.idempotency;

test("an id that the client makes for the new row is its key, in the body as at the path", () => {
  expect(keyOf("POST /links {id: uuid, url: uri} -> 201 {code}")).toEqual({
    sent: "$body.id",
    column: "links.id",
    else: 409,
  });
  expect(keyOf("PUT /links/{id} {url: uri} -> 201 {code} | 422")).toEqual({
    sent: "$path.id",
    column: "links.id",
    else: 422,
  });
});

test("an id that is its owner's alone is the key of that owner", () => {
  const own =
    "create table links (account_id uuid not null, id uuid not null, code text not null unique, url text not null, primary key (account_id, id));";
  expect(keyOf("PUT /links/{id} {url: uri} [auth] -> 201 {code}", own)).toEqual({
    sent: "$path.id",
    column: "links.id",
    within: { account_id: "$user" },
    else: 409,
  });
});

test("the name that a row is put to is its key where the database knows rows by another", () => {
  const own =
    "create table links (code text primary key, owner_id text not null, link_id uuid not null, url text not null, unique (owner_id, link_id));";
  const kept = { column: "links.link_id", within: { owner_id: "$user" }, else: 409 };
  expect(keyOf("PUT /links/{link_id} {url: uri} [auth] -> 201 {code} | 409", own)).toEqual({
    sent: "$path.link_id",
    ...kept,
  });
  expect(keyOf("PUT /links/{link_id}/url {url: uri} [auth] -> 201 {code} | 409", own)).toBeUndefined();
});

test("a code that the client may choose is no key, nor is what a header is sent for", () => {
  const chosen = "create table links (code text primary key, url text not null);";
  expect(keyOf("POST /links {code: string, url: uri} -> 201 {code}", chosen)).toBeUndefined();
  const kept = `${links.replace(");", ", idempotency_key text unique);")}`;
  expect(keyOf("POST /links {id: uuid, url: uri} [Idempotency-Key] -> 201 {code}", kept)).toHaveProperty("header");
});

test("a key that is sent in the body is kept as one that a header carries", () => {
  const schema = "create table links (code text primary key, url text not null, client_token text unique);";
  const first = "POST /links {url: uri, client_token: string} -> 201 {code}";
  expect(keyOf(first, schema)).toEqual({ sent: "$body.client_token", column: "links.client_token" });
  const beside = `${links}\ncreate table idempotency_keys (key text primary key, link_id uuid not null);`;
  expect(keyOf("POST /links {url: uri, idempotency_key: string} -> 201 {code}", beside)).toEqual({
    sent: "$body.idempotency_key",
    column: "idempotency_keys.key",
  });
});

test("a booking that is put at an id of the client's own is confirmed by that id, though holds are called so too", () => {
  const schema = `create table seats (id bigserial primary key, label text not null, held_until timestamptz,
      status text not null check (status in ('available', 'held', 'booked')));
    create table bookings (id uuid primary key, seat_id bigint not null unique references seats (id));`;
  const api =
    "POST /seats/{seat_id}/hold -> 200 {seat_id} | 409\nPUT /bookings/{booking_id} {seat_id: integer} -> 201 {booking_id} | 409\n";
  const confirm = readDesign({ schema, api, design }, problems.seats).operations[1];
  expect(confirm).toMatchObject({
    capability: "confirm",
    idempotency: { sent: "$path.booking_id", column: "bookings.id" },
  });
  expect(Object.values(confirm?.inputs ?? {})).toEqual([{ in: "body", name: "seat_id" }]);
});

test.each([
  ["{uuid}", links],
  ["{request_no}", links.replace("id uuid", "nr text")],
])("what a link is put to is its key though no column is called like %s", (name, schema) => {
  const at = name.slice(1, -1);
  const column = schema === links ? "links.id" : "links.nr";
  expect(keyOf(`PUT /links/${name} {url: uri} -> 201 {code} | 409`, schema)).toEqual({
    sent: `$path.${at}`,
    column,
    else: 409,
  });
});

test("a column called key, beside one of the code, keeps the key that is sent; where none is, or it is the code, it is drawn", () => {
  const keyed = "create table links (code text primary key, url text not null, key text not null unique);";
  const filled = (first: string, schema: string) =>
    readDesign({ schema, api: `${first}\nGET /{code} -> 302 | 404\n`, design }, problems.links).operations[0];
  const sent = filled("POST /links {url: uri} [Idempotency-Key] -> 201 {code}", keyed);
  expect(sent?.idempotency?.column).toBe("links.key");
  expect(JSON.stringify(sent?.steps)).not.toContain('"key":{');
  const only = "create table links (key text primary key, url text not null, idem_key text not null unique);";
  const drawn = filled("POST /links {url: uri} [Idempotency-Key] -> 201 {key}", only);
  expect(drawn?.idempotency?.column).toBe("links.idem_key");
  expect(JSON.stringify(drawn?.steps)).toContain('"key":{"base62"');
});
