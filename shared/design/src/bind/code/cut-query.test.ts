import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";
import { cutIn } from "./cut-query.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const schema = "create table links (id bigserial primary key, code text not null unique, url text not null);";
const api = "POST /links {url: uri} -> 201 {code}\nGET /{code} -> 302 | 404\n";
const drawn = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```\n\n";

test("a URL that is stored without its query is asked about, and is stored so where that is answered", () => {
  const prose = "We strip the query string from the URL before storing it.";
  const read = (written: string) => readDesign({ schema, api: written, design: drawn + prose }, capabilities);
  const question = read(api).findings.find(({ rule }) => rule === "url-cut");
  expect(question).toMatchObject({ document: "api", line: 1, severity: "question", stopsRun: true });
  const [first] = question?.fixes ?? [];
  expect(first?.label).toBe("It is stored without its query");
  const [edit] = first?.edits ?? [];
  const answered = read(api.slice(0, edit?.from) + (edit?.insert ?? "") + api.slice(edit?.to));
  expect(answered.operations[0]?.steps[0]).toMatchObject({ values: { url: { withoutQuery: "$body.url" } } });
});

test.each([
  "Before hashing and storing the address I drop the `?query` and the fragment.",
  "Der Query-Teil der URL wird vor dem Speichern entfernt.",
  "Quitamos los parámetros de la URL antes de guardarla.",
  "On supprime les paramètres de l'URL avant de l'enregistrer.",
  "长链接先去掉查询参数再保存。",
])("a query that is not stored is told of: %s", (prose) => {
  expect(cutIn(prose)).not.toBeNull();
});

test.each([
  "The URL is stored as sent; its query string is not removed.",
  "I do not lowercase, sort query parameters or drop fragments: two URLs may not be the same.",
  "We never strip query parameters from the URL.",
  "Query strings are dropped from URLs in the logs.",
  "The CDN drops the query string of a link before it looks in its cache.",
  "Tracking parameters such as utm_source are removed from the URL's query string? No tracking params are touched.",
  "We dropped the second query, so storing a link is one statement.",
  "For comparing alone the query string of the URL is cut off.",
])("nothing is told where the query stays, or is cut elsewhere: %s", (prose) => {
  expect(cutIn(prose)).toBeNull();
});
