import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";
import { isHashedOnwards } from "./counter-appended.ts";

beforeAll(() => loadReader());

test.each([
  "we append a counter to the url, hash again and retry, at most 5 times.",
  'we hash url + "#1", "#2" ... until it fits.',
  'if that code belongs to a different URL, attempt 1 hashes the URL with "#1" glued at the end, attempt 2 with "#2" and so on.',
  "add the attempt number to the original URL and rehash it.",
  "the URL, with a number appended, is hashed again.",
  "concatenate a predefined string to the long URL and recompute the SHA-1.",
  "take md5(url || '-1'), then -2.",
  "wird an die URL ein Zähler angehängt und neu gehasht.",
  "on ajoute un compteur à l'URL et on hache à nouveau.",
  "se añade un contador a la URL y se calcula otra vez el hash.",
])("the next code is a hash of the URL and a number: %s", (sentence) => {
  expect(isHashedOnwards(sentence)).toBe(true);
});

test.each([
  "we append a random number to the url and hash again.",
  "we append the timestamp to the url's counter and hash again.",
  "we append a counter to the code.",
  'the URL with "1" in it is hashed.',
  "the hash of the URL is looked up again.",
  "A counter of clicks is kept beside the URL.",
])("the next code is nothing that another send comes to: %s", (sentence) => {
  expect(isHashedOnwards(sentence)).toBe(false);
});

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const schema = "create table links (code text primary key, url text not null);";
const api = "POST /links {url: uri} -> 200 {code, url}\nGET /{code} -> 302 | 404\n";
const drawn = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```\n\n";
const told = "The code is the first 9 hex characters of sha256(url). `insert ... on conflict (code) do nothing`, then ";
const codeOf = (design: string) =>
  readDesign({ schema, api, design: drawn + design }, capabilities).operations[0]?.steps;

test.each([
  "the row is read back. If it has a different url, we append a counter to the url and hash again.",
  "the row is read. If its url differs, a number is appended to the url and it is hashed again.",
  'the row is read. If it belongs to another URL, we hash url + "#1", "#2" ... until it fits.',
])(
  "a hash is as long as the first try is told to be, and the next try is made for another URL's row alone: %s",
  (next) => {
    expect(codeOf(told + next)).toMatchObject([
      { values: { code: { hash: { json: { url: "$body.url", try: 0 } }, first: 9 } } },
      { if: { url: "$body.url" }, else: [{ values: { code: { hash: { json: { try: 1 } }, first: 9 } } }, {}] },
    ]);
  },
);

test("a hash that goes on whosever the row is answers no repeat by it", () => {
  const steps = codeOf(`${told}where it is taken, we append a counter to the url and hash again.`);
  expect(steps?.[1]).not.toHaveProperty("if");
});

test("each try is an insert of its own, and that the row is somebody else's is told once", () => {
  const texts = {
    schema: "create table links (code text primary key, url text not null, owner text not null);",
    api: "POST /links [X-Owner] {url: uri} -> 200 {code}\nGET /links [X-Owner] -> 200 [{code, url}]\nGET /{code} -> 302 | 404\n",
    design: `${drawn}${told}the row is read back. If it has a different url, we append a counter to the url and hash again.`,
  };
  const found = readDesign(texts, capabilities).findings.filter(({ rule }) => rule === "others-row");
  expect(found).toHaveLength(1);
});
