import { loadModule } from "libpg-query";
import { beforeAll, expect, test } from "vitest";
import { readSchema } from "./read-schema.ts";

beforeAll(() => loadModule());

const made = "create function short_code(n bigint) returns text language sql as $$ select 'x' $$;";
const table = (column: string): string => `create table t (\n  ${column}\n  n int default length('short_code(')\n);\n`;

/** The text after the first click of the first finding. */
function clicked(text: string): { label: string; text: string } {
  const fix = readSchema(text).findings[0]?.fixes?.[0];
  const edits = (fix?.edits ?? []).toSorted((a, b) => b.from - a.from);
  return {
    label: fix?.label ?? "",
    text: edits.reduce((all, { from, to, insert }) => all.slice(0, from) + insert + all.slice(to), text),
  };
}

test.each([
  ["code text collate \"C\" primary key default short_code(nextval('n')),", 'code text collate "C" primary key,'],
  ["code text default upper(short_code(1)) not null unique, -- six", "code text not null unique, -- six"],
  ["code text default short_code(1) /* six */,", "code text /* six */,"],
])("a function is left out with the default that calls it: %s", (column, left) => {
  const once = clicked(`${made}\n${table(column)}`);
  expect(once).toEqual({
    label: "Leave it and its default out: the service makes the value",
    text: `\n${table(left)}`,
  });
  expect(readSchema(once.text).findings).toEqual([]);
});

test("a default that calls what is nowhere created is left out alone, a function that no default calls too", () => {
  expect(clicked(table("code text default short_code(1),"))).toEqual({
    label: "Leave the default out: the service makes the value",
    text: table("code text,"),
  });
  expect(clicked(`${made}\n${table("code text,")}`)).toEqual({
    label: "Leave it out",
    text: `\n${table("code text,")}`,
  });
});

test("statements that are refused for one reason are left out by one click, with the defaults that call them", () => {
  const other = "create function check_code() returns trigger language plpgsql as $$ begin return null; end $$;";
  const text = `${made}\n${other}\n${table("code text default short_code(1),")}alter table t rename to u;\n`;
  const labels = readSchema(text).findings.map(({ fixes }) => fixes?.map(({ label }) => label));
  expect(labels).toEqual([
    [
      "Leave all 2 out with their defaults: the service makes the values",
      "Leave it and its default out: the service makes the value",
    ],
    ["Leave all 2 out with their defaults: the service makes the values", "Leave it out"],
    ["Leave it and its default out: the service makes the value"],
    ["Leave it out"],
  ]);
  expect(clicked(text).text).toBe(`\n\n${table("code text,")}alter table t rename to u;\n`);
});

test.each([
  ["code text generated always as (short_code(n)) stored unique,", "code text unique,"],
  [
    "code varchar(9) not null GENERATED ALWAYS AS ( lpad(short_code(n), 9, ')') ) STORED, -- nine",
    "code varchar(9) not null, -- nine",
  ],
  [
    'code text collate "C" generated always as (upper(short_code(n + 1))) stored primary key,',
    'code text collate "C" primary key,',
  ],
])("a function is left out with the generated column's value that calls it: %s", (column, left) => {
  const once = clicked(`${made}\n${table(column)}`);
  expect(once).toEqual({
    label: "Leave it and its generated value out: the service makes the value",
    text: `\n${table(left)}`,
  });
  expect(readSchema(once.text).findings).toEqual([]);
});

test("a generated value that calls what is nowhere created is left out alone", () => {
  expect(clicked(table("code text generated always as (to_kode(n)) stored,"))).toEqual({
    label: "Leave the generated value out: the service makes the value",
    text: table("code text,"),
  });
});
