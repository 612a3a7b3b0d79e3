import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../read.ts";

beforeAll(() => loadReader());

const tableOf = (schema: string) => readDesign({ schema, api: "", design: "" }, {}).tables[0];

test.each([
  ["md5(url)", ["url"]],
  ["encode(sha256(url::bytea), 'hex')", ["url"]],
  ["decode(md5(url), 'hex')", ["url"]],
  ["md5(url || owner)", ["url", "owner"]],
  ["left(md5(url), 8)", undefined],
  ["lower(url)", undefined],
])("a column and an index that are made by %s are hashes of %s", (expression, columns) => {
  const of = "create table links (url text not null, owner text not null";
  const made = tableOf(`${of}, h text generated always as (${expression}) stored unique);`);
  expect(made?.columns[2]?.hashOf?.toSorted()).toEqual(columns?.toSorted());
  const index = tableOf(`${of});\ncreate unique index on links ((${expression}));`)?.indexes[0];
  expect(index?.hashOf?.toSorted()).toEqual(columns?.toSorted());
});
