import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../read.ts";
import { readSchema } from "./read-schema.ts";

beforeAll(() => loadReader());

const table = "create table seats (id int primary key, status text, code text);\n";
const told = (sql: string) =>
  readSchema(table + sql).findings.map(({ severity, message }) => `${severity}: ${message}`);
const body = "language plpgsql as $$ begin update seats set status = pick() where id = p; end $$;";

test("a function that changes the schema's tables is read, and what it calls goes with it", () => {
  expect(
    told(
      `create function hold(p int) returns void ${body}\ncreate function pick() returns text language sql as $$ select 'x' $$;`,
    ),
  ).toEqual([
    expect.stringMatching(
      /^warning: The function hold is not run: what it asks and changes is read as what the endpoint that calls it does/,
    ),
    "warning: The function pick is not run, and neither is hold, which calls it.",
  ]);
  expect(told(`create procedure hold(p int) ${body}`)).toEqual([expect.stringMatching(/^warning: The procedure hold/)]);
});

test.each([
  "create function f(p int) returns int language sql as $$ select p + 1 $$;",
  `create function f(p int) returns trigger ${body}`,
  `create function f(p int) returns text ${body}\ncreate table more (code text default f(1));`,
])("one that asks no table, or that a trigger or a default runs, is refused as before: %s", (sql) => {
  expect(told(sql)).toContainEqual(expect.stringMatching(/^error: CREATE FUNCTION is refused/));
});

test("a call of a function of the schema's own goes with that, and one of another is asked about", () => {
  const fill = "create function fill(n int) returns void language sql as $$ insert into seats (code) select 'x' $$;";
  expect(told(`${fill}\nselect fill(1000);`)).toEqual([
    expect.stringMatching(/^warning: The function fill is not run/),
    "warning: The function fill is not run, so it is not called here either.",
  ]);
  expect(told("select refill(1000);")).toContainEqual(expect.stringMatching(/^error: SELECT is refused/));
});
