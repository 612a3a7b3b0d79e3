import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";
import { hashLength } from "./hash-length.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const chart = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```\n";
const api = "POST /links {url: uri} -> 201 {code}\nGET /{code} -> 302 | 404\n";
const codeOf = (column: string, said: string): unknown => {
  const schema = `create table links (code ${column}, url text not null);`;
  const [shorten] = readDesign({ schema, api, design: `${chart}\n${said}\n` }, capabilities).operations;
  const [step] = shorten?.steps ?? [];
  return step !== undefined && "insert" in step ? step.values["code"] : undefined;
};
const probed = "```\ncode = hex10(n == 0 ? sha256(url) : sha256(url + n))\nif row.url == url: return code\n```";
const plain = "The code is made of the SHA-256 of the URL.";

test.each([
  ["char(10) primary key check (code ~ '^[0-9a-f]{10}$')", 10],
  ["varchar(20) primary key check (code ~ '^[a-z0-9]{12}$')", 12],
  ["text primary key check (char_length(code) = 10)", 10],
  ["text primary key check (length(code) between 4 and 6)", 6],
  ["char(10) primary key", 10],
  ["varchar(10) primary key", 8],
  ["text primary key", 8],
])("a hash that nobody tells the length of is as long as its column has it: %s", (column, first) => {
  expect(codeOf(column, probed)).toEqual({ hash: { json: { url: "$body.url", try: 0 } }, first });
  expect(codeOf(column, plain)).toEqual({ hash: "$body.url", first });
});

test("a length that is told is kept to, up to what there is room for", () => {
  const column = { name: "code", type: "char(10)", nullable: false, generated: false, line: 1 };
  expect([hashLength(column, 6), hashLength(column, 12)]).toEqual([6, 10]);
});
