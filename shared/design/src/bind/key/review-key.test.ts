import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const schema = "create table links (code text primary key, url text not null, idempotency_key text unique);";
const told = (change: string) =>
  readDesign(
    {
      schema,
      design: "",
      api: `POST /links {url: uri} [Idempotency-Key] -> 201 {code}\nGET /{code} -> 302\n${change}`,
    },
    capabilities,
  ).findings.filter(({ rule }) => rule === "key-not-kept");

test("a change of a row is not asked to keep the key that the row was made under, and one that takes a key is told that it does not", () => {
  expect(told("PATCH /links/{code} {url: uri} -> 200 {code}\n")).toEqual([]);
  const [found, ...more] = told("PATCH /links/{code} {url: uri} [Idempotency-Key] -> 200 {code}\n");
  expect(more).toEqual([]);
  expect(found).toMatchObject({ severity: "warning", line: 3 });
  expect(found?.message).toContain("nothing keeps it: links.idempotency_key keeps the one that the row was made under");
});

test("a key that has to be there and that nothing keeps unique is written as it is sent, and told to guard nothing", () => {
  const { operations, findings } = readDesign(
    {
      schema:
        "create table links (code text primary key, url text not null, owner_id int not null, idempotency_key varchar(100) not null);\ncreate index on links (owner_id, idempotency_key);",
      design: "",
      api: "POST /links {url: uri} [Idempotency-Key] -> 201 {code}\n- header X-User-Id\nGET /{code} -> 302\n",
    },
    capabilities,
  );
  expect(operations[0]?.idempotency).toBeUndefined();
  expect(operations[0]?.steps[0]).toMatchObject({ values: { idempotency_key: "$header.idempotency-key" } });
  expect(findings.filter(({ rule }) => rule === "empty-column")).toEqual([]);
  const kept = findings.filter(({ rule }) => rule === "key-not-kept");
  expect(kept).toMatchObject([{ severity: "warning" }]);
  // There is a column for it already.
  expect(kept[0]?.message).toContain("links.idempotency_key is not unique");
  expect(kept[0]?.message).not.toContain("add idem_key");
});
