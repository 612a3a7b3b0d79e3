import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const links = "create table links (code text primary key, url text not null);\n";
const api = "POST /links {url: uri} -> 201 {code}\nGET /{code} -> 302 | 404\n";
const look = "Opened by `select url from links where lower(code) = lower($1)`.";
const lineOf = (design: string, schema = links) =>
  readDesign({ schema, api, design }, capabilities).findings.find(({ rule }) => rule === "code-case-folded")?.line;

test("a code of both cases that is opened in any is told of at the statement", () => {
  expect(lineOf(`A code has 7 characters.\n\n${look}`)).toBe(3);
});

test("so is one that is said to be opened in any, and a run does as it is said", () => {
  const { findings } = readDesign(
    { schema: links, api, design: "A code has 7 base62 characters.\n\nOpening a code ignores case." },
    capabilities,
  );
  expect(findings.find(({ rule }) => rule === "code-case-folded")).toMatchObject({
    line: 3,
    message: expect.stringContaining("A run compares it as it is told, and draws two such codes."),
  });
});

test("codes of one case, or that are unique in one, may be opened in any", () => {
  expect(lineOf(`A code has 8 lower-case letters.\n\n${look}`)).toBeUndefined();
  expect(lineOf(`A code is 7 out of 23456789abcdefghjkmnpqrstuvwxyz.\n\n${look}`)).toBeUndefined();
  expect(lineOf(look, `${links}create unique index on links (lower(code));\n`)).toBeUndefined();
});
