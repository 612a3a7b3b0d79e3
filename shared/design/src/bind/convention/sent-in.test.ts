import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");

const schema =
  "create table shortened (id serial primary key, short_code varchar(10) unique not null, original text not null, req_id uuid unique);";

test.each([
  ["POST /shorten?url=https://example.com/long [Idempotency-Key] -> 201 {short_code}", "uri"],
  ["POST /shorten?url={uri} [Idempotency-Key] -> 201 {short_code}", "uri"],
  ["POST /shorten?url [Idempotency-Key] -> 201 {short_code} | 400 invalid URL", "uri"],
  ["POST /shorten?url [Idempotency-Key] -> 201 {short_code}", undefined],
])("a URL in the query of a write is kept as one in its body is: %s", (line, format) => {
  const api = `${line}\nGET /{short_code} -> 307 | 404\n`;
  const { operations, findings } = readDesign({ schema, api, design: "" }, capabilities);
  expect(operations[0]?.steps[0]).toMatchObject({ values: { original: "$query.url" } });
  const url = operations[0]?.parameters.find(({ name }) => name === "url");
  expect(JSON.stringify(url)).toEqual(
    format === undefined ? expect.not.stringContaining("format") : expect.stringContaining(`"format":"${format}"`),
  );
  expect(findings.map(({ rule }) => rule)).not.toContain("no-body");
});
