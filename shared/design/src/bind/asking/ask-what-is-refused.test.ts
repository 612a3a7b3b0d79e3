import type { Finding } from "@proofroom/domain/design/finding";
import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const links = "create table links (code text primary key, url text not null, owner text);";
const chart = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```\n";
const read = (api: string, { said = "", schema = links } = {}) =>
  readDesign({ schema, api, design: `${chart}\n${said}\n` }, capabilities);
const questions = (api: string, more = {}): Finding[] =>
  read(api, more).findings.filter(({ rule }) => rule === "which-refusal");
const sketch = (answers: string, body = "{url, owner?}") =>
  `POST /links ${body} -> 201 {code} | ${answers}\nGET /{code} -> 302 | 404\n`;
const openApi = (refusal: string, url = "{ type: string }") => `openapi: 3.1.0
paths:
  /links:
    post:
      requestBody: { content: { application/json: { schema: { type: object, required: [url], properties: { url: ${url}, owner: { type: string } } } } } }
      responses:
        "201": { description: made, content: { application/json: { schema: { properties: { code: { type: string } } } } } }
${refusal}
  /{code}:
    get: { responses: { "302": { description: go }, "404": { description: none } } }
`;

const clicked = (api: string, nth: number): string => {
  const edits = questions(api)[0]?.fixes?.[nth]?.edits ?? [];
  return edits.reduce((text, { from, to, insert }) => text.slice(0, from) + insert + text.slice(to), api);
};

test.each([
  sketch("400"),
  sketch("400 | 409"),
  sketch("422 {error}").replace(" {error}", ""),
  sketch("400 bad request"),
  "POST /links {url} -> 201 {code}\n  400\nGET /{code} -> 302 | 404\n",
  "| method | path | body | answers |\n|---|---|---|---|\n| POST | /links | {url} | 201 {code}, 400 |\n| GET | /{code} | | 302, 404 |\n",
  openApi('        "400": { description: Bad request }'),
  openApi("        '422':\n          description: Validation error"),
  openApi('        400:\n          description: "Invalid input"'),
])("a refusal of which nothing more is said is asked about, and the answer stands beside it: %s", (api) => {
  const asked = questions(api);
  expect(asked).toMatchObject([{ severity: "question", stopsRun: true, fixes: [{}, {}] }]);
  const urlOf = (text: string) => JSON.stringify(read(text).operations[0]?.body);
  expect(urlOf(clicked(api, 0))).toContain('"format":"uri"');
  expect(urlOf(clicked(api, 1))).not.toContain('"format":"uri"');
  for (const nth of [0, 1]) {
    expect(questions(clicked(api, nth))).toEqual([]);
    const [before, after] = [api, clicked(api, nth)].map((text) =>
      read(text).operations.map(({ responses }) => responses.map(({ status }) => status)),
    );
    expect(after).toEqual(before);
  }
});

test.each([
  sketch("409"),
  sketch("400 missing url"),
  sketch("400 if the URL is invalid"),
  sketch("400", "{url: uri, owner?}"),
  sketch("400", "{url, tries: int}"),
  sketch("400", "{url, request: uuid}"),
  openApi('        "400": { description: the url is missing }'),
  openApi('        "400": { description: Bad request }', "{ type: string, maxLength: 2000 }"),
  openApi('        "400": { description: Bad request }', "{ type: string, format: uri }"),
])("what is told, or could be of something else, is not: %s", (api) => {
  expect(questions(api)).toEqual([]);
});

test("nor is it where the design document, or the database, says what is refused", () => {
  expect(questions(sketch("400"), { said: "400 when the body is larger than 4 KB." })).toEqual([]);
  expect(questions(sketch("400"), { said: "We do not check whether it is a valid URL." })).toEqual([]);
  const schema = links.replace("url text not null", "url text not null check (url ~* '^https?://')");
  expect(questions(sketch("400"), { schema })).toEqual([]);
});
