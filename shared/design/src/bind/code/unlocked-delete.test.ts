import { poolsOf } from "@proofroom/domain/infrastructure/plan-pools";
import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";
import { unlockedDelete } from "./unlocked-delete.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const taking = (look: string): string =>
  `\`\`\`sql\nWITH taken AS (DELETE FROM free_codes WHERE code = (${look}) RETURNING code)\nINSERT INTO links (code, url) SELECT code, $1 FROM taken;\n\`\`\``;
const look = "SELECT code FROM free_codes LIMIT 1";
const reading = (end = ""): string =>
  `\`\`\`sql\nWITH taken AS (${look}${end})\nINSERT INTO links (code, url) SELECT code, $1 FROM taken;\n\`\`\``;
const steps = (text: string) => unlockedDelete("free_codes", "code", [text]);

test.each([taking(look), `\`${look}\`; \`DELETE FROM free_codes WHERE code = $1\`; insert.`])(
  "a code that is read without a lock is deleted by itself alone: %s",
  (text) => {
    expect(steps(text)).toMatchObject([{ get: "free_codes" }, { delete: "free_codes" }]);
  },
);

test.each([reading(), reading(" FOR UPDATE SKIP LOCKED")])("a code that nothing takes away stays: %s", (text) => {
  expect(steps(text)).toMatchObject([{ get: "free_codes", by: {} }]);
});

test.each([
  taking(`${look} FOR UPDATE SKIP LOCKED`),
  `${taking(look)} No row: another was first, and we take the next one.`,
  `SELECT pg_advisory_xact_lock(1); ${taking(look)}`,
  "The pool is filled by a job. `SELECT count(*) FROM free_codes` tells how many are left.",
  `${reading()} A code that was given out is removed from the pool.`,
  `${reading()}\n\n\`DELETE FROM free_codes WHERE code = $1\` FOR UPDATE before it.`,
])("what keeps two apart, or tells nothing, is left as it is: %s", (text) => {
  expect(steps(text)).toBeNull();
});

test("the pool is filled before the first request all the same", () => {
  const schema = `create table free_codes (code char(7) primary key);
    create table links (code char(7) primary key, url text not null);`;
  const api = "POST /links {url: uri} -> 201 {code}\nGET /{code} -> 302 | 404\n";
  for (const text of [taking(look), reading()]) {
    const { operations, tables } = readDesign({ schema, api, design: text }, capabilities);
    expect(operations[0]?.steps[0]).toMatchObject({
      transaction: [{ get: "free_codes" }, ...[{}, {}].slice(text === reading() ? 1 : 0)],
    });
    expect(poolsOf(operations, tables)).toMatchObject([{ table: "free_codes" }]);
  }
});
