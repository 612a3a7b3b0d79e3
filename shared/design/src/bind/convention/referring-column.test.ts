import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");

test.each([
  ["persona", "personas", "persona_id", "alias"],
  ["persona", "people", "persona_alias", "alias"],
  ["persona", "personas", "creada_por", "id"],
])("what is sent as %s is kept where the row refers to one of %s", (field, people, column, key) => {
  const schema = `create table ${people} (${key} text primary key);
    create table links (code text primary key, url text not null, ${column} text not null references ${people} (${key}));`;
  const api = `POST /links {url: uri, ${field}} -> 201 {code}\nGET /{code} -> 302 | 404\nGET /links?${field}= -> 200 [{code, url}]\n`;
  const steps = JSON.stringify(
    readDesign({ schema, api, design: "" }, capabilities).operations.map((one) => one.steps),
  );
  expect(steps).toContain(`"${column}":"$body.${field}"`);
  expect(steps).toContain(`"where":{"${column}":"$query.${field}"}`);
});
