import { beforeAll, expect, test } from "vitest";
import { isUnique } from "../bind/column-of.ts";
import { loadReader, readDesign } from "../read.ts";

beforeAll(() => loadReader());

const tableOf = (schema: string) => readDesign({ schema, api: "", design: "" }, {}).tables[0];

test.each([
  ["md5(url)", ["url"]],
  ["encode(sha256(url::bytea), 'hex')", ["url"]],
  ["decode(md5(url), 'hex')", ["url"]],
  ["md5(url || owner)", ["url", "owner"]],
  ["left(md5(url), 8)", undefined],
])("a column and an index that are made by %s are hashes of %s", (expression, columns) => {
  const of = "create table links (url text not null, owner text not null";
  const made = tableOf(`${of}, h text generated always as (${expression}) stored unique);`);
  expect(made?.columns[2]?.hashOf?.toSorted()).toEqual(columns?.toSorted());
  const index = tableOf(`${of});\ncreate unique index on links ((${expression}));`)?.indexes[0];
  expect(index?.hashOf?.toSorted()).toEqual(columns?.toSorted());
});

test.each([
  ["md5(lower(url))", ["url"]],
  ["lower(url)", ["url"]],
  ["encode(sha256(convert_to(upper(url), 'UTF8')), 'hex')", ["url"]],
  ["md5(url)", undefined],
  ["left(lower(url), 8)", undefined],
])("a column and an index that are made by %s know %s in whatever case", (expression, columns) => {
  const of = "create table links (url text not null, owner text not null";
  const made = tableOf(`${of}, h text generated always as (${expression}) stored unique);`);
  expect(made?.columns[2]?.anyCase).toEqual(columns);
  if (columns !== undefined) expect(made?.columns[2]?.hashOf).toEqual(columns);
  const index = tableOf(`${of});\ncreate unique index on links (owner, (${expression}));`)?.indexes[0];
  expect(index?.anyCase).toEqual(columns === undefined ? undefined : ["owner", ...columns]);
});

const codes = "create table links (id int primary key, owner text, code varchar(7) not null);";

test.each(["lower(code)", "upper(code)", "lower(code::text)", "lower((code)::text)"])(
  "no two rows share a column that is unique in one case: %s",
  (expression) => {
    const table = tableOf(`${codes}\ncreate unique index on links (${expression});`);
    expect(table?.indexes).toMatchObject([{ columns: [""], anyCase: ["code"], unique: true }]);
    expect(table !== undefined && isUnique(table, "code")).toBe(true);
  },
);

test.each([
  "create index on links (lower(code))",
  "create unique index on links (owner, lower(code))",
  "create unique index on links (lower(owner || code))",
  "create unique index on links (md5(code))",
])("rows may share a column by %s", (index) => {
  const table = tableOf(`${codes}\n${index};`);
  expect(table !== undefined && isUnique(table, "code")).toBe(false);
});
