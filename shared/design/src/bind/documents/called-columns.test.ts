import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";
import { withColumns } from "./called-columns.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const chart = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```\n";
const operations = (schema: string, api: string, said = "") =>
  readDesign({ schema, api, design: `${chart}\n${said}\n` }, capabilities).operations;

test("a house's columns keep what is called as they are without what they begin with", () => {
  const schema = `create table tb_link (
    id_link uuid primary key default gen_random_uuid(), ds_codigo varchar(7) not null unique, ds_url varchar(2000) not null,
    ds_usuario varchar(60) not null, nr_ordem bigint generated always as identity, dt_criacao timestamptz not null default now(),
    unique (ds_usuario, ds_url)
  );`;
  const api = `POST /links {url: uri, usuario} -> 201 {codigo} | 200 {codigo}
GET /usuarios/{usuario}/links -> 200 [{codigo, url}]
GET /{codigo} -> 302 | 404
`;
  const [shorten, list, open] = operations(schema, api);
  expect(shorten?.steps[0]).toEqual({
    insert: "tb_link",
    values: { ds_url: "$body.url", ds_usuario: "$body.usuario", ds_codigo: { base62: 7 } },
    onConflict: { ds_codigo: { regenerate: 3 }, ds_url: "return-existing" },
  });
  expect(list?.steps[0]).toMatchObject({ list: "tb_link", where: { ds_usuario: "$path.usuario" } });
  expect(open?.steps).toMatchObject([
    { get: "tb_link", by: { ds_codigo: "$path.codigo" } },
    { redirect: "$row.ds_url" },
  ]);
});

const terse =
  "create table l (n bigserial primary key, k varchar(9) not null unique, ref text not null, wer text not null);";
const api = "POST /links {url: uri, person} -> 201 {code}\nGET /{code} -> 302 | 404\n";

test.each([
  "INSERT INTO l (k, ref, wer) VALUES (:code, :url, :person)",
  'insert into "l" ("k", "wer", "ref") values (@code, @person, @url::text)',
  "insert into l(k, ref, wer) values (${newCode()}, ${body.url}, ${req.body.person})",
  "INSERT INTO l (k, ref, wer) VALUES (%(code)s, %(url)s, %(person)s)",
  "INSERT INTO l (k, ref, wer) VALUES (#{code}, #{link.url}, #{link.person})",
])("a statement that fills columns by name says what is kept where: %s", (statement) => {
  expect(operations(terse, api, `\`\`\`\n${statement}\n\`\`\``)[0]?.steps[0]).toMatchObject({
    values: { ref: "$body.url", wer: "$body.person" },
  });
});

test.each([
  "INSERT INTO l (k, ref, wer) VALUES ($1, $2, $3)",
  "INSERT INTO l (k, ref, wer) VALUES (:code, :person, :person)",
  "INSERT INTO l (k, ref) VALUES (:code, :url, :person)",
  "INSERT INTO visits (k, ref, wer) VALUES (:code, :url, :person)",
])("one that says nothing of it, or twice, does not: %s", (statement) => {
  const [shorten] = operations(terse, api, `\`\`\`\n${statement}\n\`\`\``);
  expect(JSON.stringify(shorten?.steps[0])).not.toContain("$body.person");
});

test("where no column is called otherwise the names of fields are the same object", () => {
  const senses = [{ field: "url", names: ["link"] }];
  expect(withColumns(senses, [])).toBe(senses);
  expect(withColumns(senses, [{ column: "ds_url", as: "url" }])).toEqual([
    ...senses,
    { field: "url", names: ["url", "ds_url"] },
  ]);
});
