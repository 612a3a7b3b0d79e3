import { beforeAll, expect, test } from "vitest";
import { isUnique } from "../bind/column-of.ts";
import { loadReader } from "../read.ts";
import { readSchema } from "./read-schema.ts";

beforeAll(() => loadReader());

const links = "create table links (id int primary key, owner text, code varchar(7) not null);\n";
const read = (index: string) => readSchema(`${links}${index};`).tables[0];

test.each(["lower(code)", "upper(code)", "lower(code::text)", "lower((code)::text)"])(
  "an index on %s knows its column in whatever case, and no two rows share it",
  (expression) => {
    const table = read(`create unique index on links (${expression})`);
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
  const table = read(index);
  expect(table !== undefined && isUnique(table, "code")).toBe(false);
});
