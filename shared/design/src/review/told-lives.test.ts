import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const schema = "create table links (code text primary key, url text not null, created_at timestamptz not null);\n";
const api = "POST /links {url: uri} -> 201 {code}\nGET /{code} -> 302 | 404\n";
const told = (design: string, reads = schema) =>
  readDesign({ schema: reads, api, design }, capabilities).findings.find(({ rule }) => rule === "life-in-words")?.line;

test.each([
  "Links expire after thirty days.",
  "We purge links not opened for 30 days.",
  "A nightly job deletes links older than a year.",
  "GET /{code} answers 404 for links older than 90 days.",
  "Ein Link lebt 30 Tage, danach ist er weg.",
  "Los enlaces caducan a los 90 días.",
])("a life that words give to links is told of at the sentence: %s", (sentence) => {
  expect(told(`# Links\n\n${sentence}\n`)).toBe(3);
});

test.each([
  "Links never expire; a nightly job deletes clicks after 30 days.",
  "Links live for good, also those that nobody opens for years.",
  "Keys of requests are deleted after 24 hours, links are not.",
  "Whoever makes a link may have it expire after a week.",
  "Links are cached for one day.",
  "100 links a second are 3 billion in a year.",
  "## Alternatives\n\nLinks expire after thirty days.",
])("what is beside links, chosen or turned down is no such life: %s", (sentence) => {
  expect(told(sentence)).toBeUndefined();
});

test("an end that a statement looks at is run, and not told of again", () => {
  const ends = schema.replace(");", ", expires_at timestamptz);");
  const look = "`SELECT url FROM links WHERE code = $1 AND expires_at > now()`";
  expect(told(`Links expire after thirty days. ${look}`, ends)).toBeUndefined();
});
