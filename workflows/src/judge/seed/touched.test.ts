import { loadReader, readDesign } from "@proofroom/design/read";
import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { touchedBy } from "./touched.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const design = `\`\`\`sql
update links set url = $1, member_id = $2 where code = (select code from links where url is null limit 1 for update skip locked);
\`\`\``;

test("a row of a pool that becomes somebody's refers to that person, who has to be there", () => {
  const schema = `create table members (id uuid primary key, login text not null unique);
create table links (code char(6) primary key, url text, member_id uuid references members);`;
  const api = "POST /links (basic auth) {url: uri} -> 201 {code}\nGET /{code} -> 302 | 404\n";
  const { operations, tables } = readDesign({ schema, api, design }, capabilities);
  const [touched] = operations.map((operation) => touchedBy(operation, tables));
  expect(touched?.updates).toEqual([{ table: "links", columns: expect.arrayContaining(["url", "member_id"]) }]);
  expect(touched?.pairs.flat()).toEqual(expect.arrayContaining([expect.stringContaining("user")]));
});
