import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");

const links = (column: string): string =>
  `create table links (id bigserial primary key, ${column}, url text not null, idempotency_key uuid unique);`;

/** What the code of a new link is drawn as, where this is said of it when a link is opened and when one is answered. */
function drawn({ opened = "", answered = "", column = "code text not null unique", name = "code" }): string {
  const field = (said: string): string => `{type: string${said === "" ? "" : `, ${said}`}}`;
  const api = `openapi: 3.1.0
info: {title: t, version: "1"}
paths:
  /links:
    post:
      parameters: [{in: header, name: Idempotency-Key, schema: {type: string, format: uuid}}]
      requestBody: {required: true, content: {application/json: {schema: {type: object, required: [url], properties: {url: {type: string, format: uri}}}}}}
      responses:
        "201": {description: made, content: {application/json: {schema: {type: object, properties: {${name}: ${field(answered)}}}}}}
  /{${name}}:
    get:
      parameters: [{in: path, name: ${name}, required: true, schema: ${field(opened)}}]
      responses: {"302": {description: there}, "404": {description: none}}
`;
  const { operations } = readDesign({ schema: links(column), api, design: "" }, capabilities);
  return JSON.stringify(operations.find(({ capability }) => capability === "shorten")?.steps ?? []);
}

test.each([
  [{ opened: "minLength: 8, maxLength: 8" }, { base62: 8 }],
  [{ opened: "pattern: '^[0-9A-Za-z]{9}$'" }, { base62: 9 }],
  [{ answered: "pattern: '^[a-z2-7]{10}$'" }, { base62: 10, of: "234567abcdefghijklmnopqrstuvwxyz" }],
  [{ answered: "minLength: 12", name: "slug", column: "short_code text not null unique" }, { base62: 12 }],
  [{ opened: "minLength: 4, maxLength: 32" }, { base62: 7 }],
  [{ opened: "minLength: 8", answered: "minLength: 20" }, { base62: 8 }],
  [{ opened: "pattern: '^(?!api)[a-z]+$'" }, { base62: 7 }],
])("a code is drawn as the API lets it be: %j", (said, code) => {
  expect(drawn(said)).toContain(JSON.stringify(code));
});

test("what the schema's own check says comes first", () => {
  const column = "code text not null unique check (length(code) = 6)";
  expect(drawn({ opened: "minLength: 4, maxLength: 9", column })).toContain('{"base62":6}');
});
