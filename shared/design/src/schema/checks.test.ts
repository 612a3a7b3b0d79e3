import { loadModule } from "libpg-query";
import { beforeAll, expect, test } from "vitest";
import { readSchema } from "./read-schema.ts";

beforeAll(() => loadModule());

const checksOf = (check: string) =>
  readSchema(
    `create table t (id int primary key, status text, held_by text, sold_at timestamptz, is_sold boolean, during tstzrange, ${check});`,
  ).tables[0]?.checks;

const isNull = (column: string) => ({ column, is: "null" });

test.each([
  [
    "check ((status = 'sold') = (sold_at is not null))",
    { same: [{ column: "status", is: ["sold"] }, { not: isNull("sold_at") }] },
  ],
  [
    "check (status <> 'held' or held_by is not null)",
    { any: [{ not: { column: "status", is: ["held"] } }, { not: isNull("held_by") }] },
  ],
  [
    "check (status not in ('held', 'sold') or held_by is not null)",
    { any: [{ not: { column: "status", is: ["held", "sold"] } }, { not: isNull("held_by") }] },
  ],
  [
    "check ((sold_at is not null) = upper_inf(during))",
    { same: [{ not: isNull("sold_at") }, { column: "during", is: "endless" }] },
  ],
  [
    "check (is_sold = (sold_at is not null))",
    { same: [{ column: "is_sold", is: ["true"] }, { not: isNull("sold_at") }] },
  ],
  [
    "check (is_sold and (length(held_by) > 3 or sold_at is null))",
    { all: [{ column: "is_sold", is: ["true"] }, { any: [{ unread: true }, isNull("sold_at")] }] },
  ],
])("a check that ties columns to each other is read: %s", (check, read) => {
  expect(checksOf(check)).toEqual([read]);
});

test.each(["check (status in ('free', 'held'))", "check (length(held_by) > length(status))"])(
  "a check that ties no columns that are read is left to the database: %s",
  (check) => {
    expect(checksOf(check)).toBeUndefined();
  },
);

test("a check that is written deeper than anybody writes by hand is not gone into", () => {
  const deep = `check (${"not (".repeat(60)}is_sold = (sold_at is null)${")".repeat(60)})`;
  expect(checksOf(deep)).toBeUndefined();
});
