import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const schema = "create table links (code text primary key, url text not null);";
const asked = (api: string) =>
  readDesign({ schema, api, design: "" }, capabilities).findings.filter(({ rule }) => rule === "which-field");

const openApi = (body: string): string => `openapi: 3.1.0
paths:
  /links:
    post:
      x-capability: shorten
${body}      responses: { "201": { description: ok, content: { application/json: { schema: { type: object, properties: { code: { type: string } } } } } } }
  /{code}:
    get: { responses: { "302": { description: go } } }
`;
const json = JSON.stringify({
  openapi: "3.1.0",
  paths: {
    "/links": { post: { "x-capability": "shorten", responses: { 201: { description: "made" } } } },
    "/{code}": { get: { responses: { 302: { description: "go" } } } },
  },
});
const block = `      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties:
                count: { type: integer }
                days: { type: integer }
`;
const resolve = '{"method": "GET", "path": "/{code}", "status": 302}';
const list = (request: string): string =>
  `{"endpoints": [{"method": "POST", "path": "/links", ${request}"response": {"code": "string"}, "x-capability": "shorten"}, ${resolve}]}`;

test.each([
  ["a sketch without a body", "POST /links -> 201 {code}\n  x-capability: shorten\nGET /{code} -> 302\n"],
  [
    "a sketch with another body",
    "POST /links {count: int, days: int} -> 201 {code}\n  x-capability: shorten\nGET /{code} -> 302\n",
  ],
  ["OpenAPI without a body", openApi("")],
  ["OpenAPI with another body", openApi(block)],
  ["OpenAPI in JSON", json],
  ["a list without a body", list("")],
  ["a list with another body", list('"request": {"count": 3, "days": 4}, ')],
])("what nothing in a request carries is one click, in %s", (_form, api) => {
  const [found] = asked(api).filter(({ message }) => message.includes("the url"));
  const fix = found?.fixes?.find(({ label }) => label === "Its body has url");
  const edit = fix?.edits[0];
  if (edit === undefined) throw new Error("nothing to click");
  const after = api.slice(0, edit.from) + edit.insert + api.slice(edit.to);
  expect(asked(after).filter(({ message }) => message.includes("the url"))).toEqual([]);
  const operation = readDesign({ schema, api: after, design: "" }, capabilities).operations.find(
    ({ path }) => path === "/links",
  );
  expect(operation?.steps[0]).toMatchObject({ insert: "links", values: { url: "$body.url" } });
});

test("a read takes it in its query, and a sketched write answers it", () => {
  const read = "POST /links {url: uri} -> 201 {code}\nGET /open -> 302\n  x-capability: resolve\n";
  expect(asked(read)[0]?.fixes?.map(({ edits: [edit] }) => edit?.insert)).toEqual(["?code"]);
});
