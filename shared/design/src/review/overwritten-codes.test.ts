import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const schema = "create table links (code text primary key, url text not null);\n";
const api = "POST /links {url: uri} -> 201 {code}\nGET /{code} -> 302 | 404\n";
const told = (design: string) =>
  readDesign({ schema, api, design }, capabilities).findings.find(({ rule }) => rule === "code-overwritten");
const upsert = "`INSERT INTO links (code, url) VALUES ($1, $2) ON CONFLICT (code) DO UPDATE SET url = EXCLUDED.url`";

test("a drawn code whose row is written over is told of at the endpoint that draws it", () => {
  expect(told(upsert)).toMatchObject({
    severity: "warning",
    document: "api",
    line: 1,
    message: expect.stringMatching(/^POST \/links writes the row of a taken links\.code over/),
  });
});

test("a code that is drawn again, or made of its URL, is not told of", () => {
  expect(told(upsert.replace(/DO UPDATE.*`/, "DO NOTHING`, then another one"))).toBeUndefined();
  expect(told(`A code is the first 8 hex digits of the sha256 of the URL. ${upsert}`)).toBeUndefined();
});
