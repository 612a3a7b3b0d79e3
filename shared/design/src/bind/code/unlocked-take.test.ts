import { poolsOf } from "@proofroom/domain/infrastructure/plan-pools";
import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const schema = `create table code_pool (code char(8) primary key, used boolean not null default false);
  create table urls (id bigserial primary key, code char(8) not null, url text not null);`;
const api = "POST /urls {url: uri} -> 201 {code}\nGET /{code} -> 302 | 404\n";
const read = (design: string) => readDesign({ schema, api, design }, capabilities);
const wordsOf = (design: string) => read(design).operations[0]?.words.join("\n");
const look = "SELECT code FROM code_pool WHERE NOT used ORDER BY code LIMIT 1;";
const mark = "UPDATE code_pool SET used = true WHERE code = $1;";

test("a code that is read without a lock and marked by itself alone is taken by two at once", () => {
  const { operations, tables } = read(`\`\`\`sql\n-- a free one\n${look}\n-- then\n${mark}\n\`\`\``);
  expect(operations[0]?.words.join("\n")).not.toContain("nobody else is taking");
  expect(operations[0]?.steps[0]).toMatchObject({
    transaction: [{ get: "code_pool", by: { used: false } }, { update: "code_pool", set: { used: true } }, {}],
  });
  expect(poolsOf(operations, tables)).toMatchObject([{ table: "code_pool" }]);
});

test.each([
  ["it is locked", `\`\`\`sql\n${look.replace(";", " FOR UPDATE;")}\n${mark}\n\`\`\``],
  ["it is still free when it is marked", `\`\`\`sql\n${look}\n${mark.replace(";", " AND NOT used;")}\n\`\`\``],
  ["one statement does both", `\`\`\`sql\n${mark.replace("$1", `(${look.slice(0, -1)})`)}\n\`\`\``],
  ["it is only counted", `\`\`\`sql\nSELECT count(*) FROM code_pool WHERE NOT used;\n${mark}\n\`\`\``],
])("nobody else takes it where %s", (_what, design) => {
  expect(wordsOf(design)).toContain("nobody else is taking");
});
