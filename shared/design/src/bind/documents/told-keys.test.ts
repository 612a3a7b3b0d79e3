import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const schema = `create table link (id bigserial primary key, account text not null, ref text not null, code text not null unique, url text not null, unique (account, ref));`;
const design = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```";
const keptBy = (told: string) =>
  readDesign(
    {
      schema,
      api: `POST /links [X-Account] {url: uri, ref: string} -> 201 {code}\n${told}\nGET /{code} -> 302 | 404\n`,
      design,
    },
    capabilities,
  ).operations[0]?.idempotency;

test.each([
  "  # ref is unique per logical request",
  "  # ref: the client's own id of this request",
  "  # 200 same ref and same url again: the first one",
  "  # 200 with the first link, ref known and url equal",
])("a reference is a request's key where it is told so: %s", (told) => {
  expect(keptBy(told)).toMatchObject({ sent: "$body.ref", column: "link.ref" });
});

const asking = (table: string, api: string) =>
  readDesign(
    {
      schema: `create table link (code text primary key, url text not null, person text not null, ${table});`,
      api,
      design,
    },
    capabilities,
  ).operations[0]?.idempotency;
const own = "solicitud uuid not null, unique (person, solicitud)";

test.each([
  "200 la solicitud ya se había atendido: mismo código\n  409 esa solicitud ya se usó con otra url",
  "200 – 同じ solicitud のときは前回と同じ",
  "201 {code} / 200 solicitud déjà vue, le même code / 409 solicitud prise pour une autre url",
])("what a client sends beside the URL is a request's key where it is answered again: %s", (told) => {
  const api = `POST /links {url: uri, solicitud: uuid, person: string} -> 201 {code}\n  ${told}\nGET /{code} -> 302 | 404\n`;
  expect(asking(own, api)).toMatchObject({ sent: "$body.solicitud", column: "link.solicitud" });
});

test.each([
  "409 esa solicitud ya se usó",
  "201 una solicitud repetida es un enlace nuevo",
  "la solicitud es lo que el cliente quiera",
])("it is none where it is not: %s", (told) => {
  const api = `POST /links {url: uri, solicitud: uuid, person: string} -> 201 {code}\n  ${told}\nGET /{code} -> 302 | 404\n`;
  expect(asking(own, api)).toBeUndefined();
});

test("a reference of which nothing is told keeps no key", () => {
  expect(keptBy("  # ref is what the partner calls the campaign")).toBeUndefined();
});
