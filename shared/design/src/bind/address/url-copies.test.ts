import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const chart = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```\n";
const read = (urls: string, said = "", goes = "302 | 404") => {
  const schema = `create table links (code char(7) primary key, ${urls}, idempotency_key uuid unique);`;
  const api = `POST /links {url: uri} [Idempotency-Key] -> 201 {code}\nGET /{code} -> ${goes}\n`;
  const { operations, findings } = readDesign({ schema, api, design: `${chart}\n${said}\n` }, capabilities);
  return {
    insert: operations[0]?.steps[0],
    goes: operations[1]?.steps.at(-1),
    rules: findings.map(({ rule }) => rule),
  };
};
const to = (column: string) => ({ redirect: `$row.${column}`, status: 302 });

test.each(["requested_url", "original_input", "url_as_given", "raw_url"])(
  "a column that is called as what was sent holds the URL once more: %s",
  (name) => {
    const { insert, goes, rules } = read(`url text not null, ${name} text not null`);
    expect(insert).toMatchObject({ values: { url: "$body.url", [name]: "$body.url" } });
    expect(goes).toEqual(to("url"));
    expect(rules).toEqual([]);
  },
);

test("whoever asks is sent to what was not tidied up, and that a run does not tidy up is said", () => {
  const { insert, goes, rules } = read("requested_url text not null, normalized_url text not null");
  expect(insert).toMatchObject({ values: { requested_url: "$body.url", normalized_url: "$body.url" } });
  expect(goes).toEqual(to("requested_url"));
  expect(rules).toContain("url-as-sent");
});

test.each([
  ["original_input text not null, -- where we redirect\n url text not null", "", "302 | 404"],
  ["url text not null, original_input text not null", "The redirect goes to `original_input`.", "302 | 404"],
  ["url text not null, original_input text not null", "", "302 Location: original_input | 404"],
  [
    "original_input text not null, -- wohin wir weiterleiten\n url text not null",
    "GET /{code}: `select url, original_input from links`.",
    "302 | 404",
  ],
])("whoever asks is sent where the documents say: %s %s %s", (urls, said, answers) => {
  expect(read(urls, said, answers).goes).toEqual(to("original_input"));
});

test.each(["cel varchar(2048) not null, kto varchar(80)", "cel text not null, -- a URL\n kto text"])(
  "an address that is called in no known way is what has room for it, or says so: %s",
  (columns) => {
    const schema = `create table links (code char(7) primary key, ${columns});`;
    const api = "POST /links -> 201 {code}\nGET /{code} -> 302\n";
    const { operations } = readDesign({ schema, api, design: chart }, capabilities);
    expect(operations[1]?.steps.at(-1)).toEqual(to("cel"));
  },
);

test("another address is no copy, and what an own field fills stays that field's", () => {
  expect(read("url text not null, referrer_url text").insert).not.toHaveProperty("values.referrer_url");
  expect(read("url text not null, original_url text default ''").insert).not.toHaveProperty("values.original_url");
});
