import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../read.ts";
import { waysIn } from "../ways/way-of.ts";

beforeAll(() => loadReader());

const { read } = waysIn(loadPublicProblem(problemsDir, "url-shortener").capabilities);

const schema = `create table links (code text primary key, url text not null, owner_id text not null, made_at timestamptz not null default now());`;
const listed = (get: string) => {
  const { operations, findings } = read(
    schema,
    `POST /links {url: uri, owner_id} -> 201 {code}\n${get}\nGET /{code} -> 302\n`,
  );
  const list = operations.find(({ opId }) => opId === "GET /links");
  return { list, rules: findings.map(({ rule }) => rule), findings };
};

test.each([
  ["limite", "apres"],
  ["antall", "etter"],
  ["anzahl", "nach"],
  ["cantidad", "despues_de"],
  ["maxResults", "pageToken"],
])("%s says how many rows are asked for, and %s behind which", (limit, cursor) => {
  const { list, rules } = listed(`GET /links?owner_id&${limit}=20&${cursor} -> 200 [{code, url}]`);
  expect(list?.capability).toBe("list");
  expect(list?.steps[0]).toMatchObject({ limit: `$query.${limit}`, cursor: `$query.${cursor}` });
  expect(rules).not.toContain("list-without-page");
});

test("a header that says who asks is whose rows are listed, and what pages is offered for no owner", () => {
  const { list, rules } = listed("GET /links?limite&apres (X-Usuario-Id) -> 200 [{code, url}]");
  expect(list?.inputs).toMatchObject({ owner: { in: "header", name: "X-Usuario-Id" } });
  expect(rules).not.toContain("which-field");
  const asked = listed("GET /links?limite&apres&x&y -> 200 [{code, url}]").findings.flatMap(({ fixes = [] }) =>
    fixes.map(({ label }) => label),
  );
  expect(asked.filter((label) => /limite|apres/.test(label))).toEqual([]);
});
