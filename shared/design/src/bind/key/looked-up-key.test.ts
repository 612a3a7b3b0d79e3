import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const chart = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```\n";
const own = `create table links (code text primary key, user_id text not null, vorgang text not null, url text not null,
  unique (user_id, vorgang));`;
const shortenIn = (schema: string, answers: string, said: string) => {
  const api = `POST /links [X-User-Id] {url: uri, vorgang: string} -> ${answers}\nGET /{code} -> 302 | 404\n`;
  return readDesign({ schema, api, design: `${chart}\n${said}\n` }, capabilities).operations[0];
};

const twice = "201 {code} | 200 {code} | 409";

test.each([
  "select code, url from links where user_id = $1 and vorgang = $2",
  "SELECT code FROM links l\n                 WHERE l.vorgang = p_vorgang AND l.user_id = p_user;",
])("what a row is found by is a request's key where what is there is answered beside what is made: %s", (statement) => {
  expect(shortenIn(own, twice, statement)?.idempotency).toMatchObject({
    sent: "$body.vorgang",
    column: "links.vorgang",
    within: { user_id: "$header.x-user-id" },
  });
});

test("a function of the database finds it as any statement does", () => {
  const schema = `${own}
create function shorten(p_user text, p_vorgang text, p_url text) returns text language plpgsql as $$
begin
  return query select k.code from links k where k.user_id = p_user and k.vorgang = p_vorgang;
end $$;`;
  expect(shortenIn(schema, twice, "")?.idempotency).toMatchObject({ sent: "$body.vorgang" });
});

test.each([
  ["201 {code} | 409", "select code from links where user_id = $1 and vorgang = $2"],
  [twice, "select code from links where user_id = $1"],
  [twice, "select code from links where user_id = $1;\nupdate links set vorgang = $2"],
])("it is none where nothing else is answered, or nothing finds the row by all of it: %s, %s", (answers, said) => {
  expect(shortenIn(own, answers, said)?.idempotency).toBeUndefined();
});

test("of a table of requests that refers to the link that each made the link is what is made", () => {
  const schema = `create table kurzlink (kuerzel text primary key, ziel text not null);
create table auftrag (schluessel uuid primary key, ziel text not null, kuerzel text references kurzlink (kuerzel));`;
  const api =
    "POST /kurz {schluessel: uuid, ziel: uri} -> 201 {kuerzel, ziel} | 200 {kuerzel, ziel} | 409\nGET /{kuerzel} -> 307 Location: ziel | 404\n";
  const design = `${chart}\nselect ziel, kuerzel from auftrag where schluessel = $s\n`;
  const [shorten] = readDesign({ schema, api, design }, capabilities).operations;
  expect(shorten?.idempotency).toMatchObject({ sent: "$body.schluessel", column: "auftrag.schluessel" });
  expect(shorten?.steps[0]).toMatchObject({
    transaction: [{ insert: "kurzlink" }, { else: [{ insert: "auftrag", values: { kuerzel: "$kurzlink.kuerzel" } }] }],
  });
});
