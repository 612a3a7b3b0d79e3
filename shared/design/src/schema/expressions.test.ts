import { loadModule } from "libpg-query";
import { beforeAll, expect, test } from "vitest";
import { readSchema } from "./read-schema.ts";

beforeAll(() => loadModule());

const told = (sql: string): string[] =>
  readSchema(sql).findings.map(({ rule, line, message }) => `${rule} ${line} ${message}`);
const links = (...more: string[]): string =>
  `create table links (\n  code text primary key,\n  url text not null${more.map((one) => `,\n  ${one}`).join("")}\n);\n`;

test.each([
  ["a query in a default", links("n int default (select 1)"), "query-in-schema 4 A default cannot ask the tables"],
  ["a query in a check", links("check (exists (select 1 from links))"), "query-in-schema 4 A check cannot ask"],
  [
    "a function that nobody has",
    links("n int default nosuch()"),
    "unknown-function 4 PostgreSQL has no function nosuch",
  ],
  [
    "another database's function",
    links("n uuid default newid()"),
    "unknown-function 4 PostgreSQL has no function newid; write gen_random_uuid().",
  ],
  [
    "a letter wrong",
    links("check (lenght(url) > 3)"),
    "unknown-function 4 PostgreSQL has no function lenght; write length.",
  ],
  ["a function that waits", links("check (pg_sleep(3) is not null)"), "waiting 4 pg_sleep only waits"],
  [
    "a check of another column",
    links("check (uri <> '')"),
    "unknown-column 4 links has no column uri; url was probably meant.",
  ],
  [
    "a generated column of nothing",
    links("v int generated always as (length(uri)) stored"),
    "unknown-column 4 links has no column uri",
  ],
  [
    "a generated column of now",
    links("v text generated always as (now()::text) stored"),
    "changing-expression 4 A generated column is computed",
  ],
  [
    "an index's expression",
    `${links()}create index on links (lower(uri));`,
    "unknown-column 5 links has no column uri",
  ],
  [
    "an index's condition",
    `${links()}create index on links (code)\n  where uri is null;`,
    "unknown-column 6 links has no column uri",
  ],
  [
    "what an index includes",
    `${links()}create index on links (code) include (uri);`,
    "unknown-column 5 links has no column uri",
  ],
  [
    "an index of what lasts",
    `${links("until timestamptz")}create unique index on links (url)\n  where until > now();`,
    "changing-expression 7 An index keeps what was true",
  ],
  [
    "the time as a word",
    `${links("until timestamptz")}create index on links (url) where until > current_timestamp;`,
    "changing-expression 6 An index keeps",
  ],
  [
    "a check that is added",
    `${links()}alter table links add constraint c check (uri <> '');`,
    "unknown-column 5 links has no column uri",
  ],
  [
    "a text without quotes",
    links("state text default pending"),
    "unknown-column 4 A default refers to no column, and pending is read as one; write a text in quotes: 'pending'.",
  ],
  [
    "Oracle's time",
    links("at timestamptz default sysdate"),
    "unknown-column 4 PostgreSQL has no sysdate; write now().",
  ],
])("%s is told while typing", (_, sql, message) => {
  const found = told(sql);
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(message);
});

test("what PostgreSQL takes is told nothing: later columns, row values, functions of types and families, own types", () => {
  const sql = `create domain slug as text check (length(value) between 3 and 40);
create table holds (
  id uuid primary key default gen_random_uuid(),
  seat int not null check (seat > 0 and ends_at > starts_at),
  starts_at timestamptz not null default now(),
  ends_at timestamptz not null default (now() + interval '2 minutes'),
  day date generated always as (date_part('year', ends_at::timestamp)::int::text::date) stored,
  tags jsonb default jsonb_build_object('a', array_length(array[1], 1)),
  code slug default substr(md5(random()::text), 1, 8),
  note text default coalesce(null, upper('x')) check (trim(note) <> '' and holds.note is not null),
  search tsvector generated always as (to_tsvector('english', coalesce(note, ''))) stored,
  exclude using gist (tstzrange(starts_at, ends_at) with &&) where (seat > 0)
);
create index on holds (lower(note), (tags ->> 'a')) where ends_at is not null;
create view live as select id from holds where ends_at > now() and exists (select 1);
`;
  expect(told(sql)).toEqual([]);
});

test.each([
  ["order int", "order", "column"],
  ["user text not null", "user", "column"],
])("%s: a column of a reserved name is named as such, with what to write", (column, word, what) => {
  const { findings } = readSchema(links(column));
  expect(findings).toMatchObject([{ rule: "reserved-word", line: 4 }]);
  expect(findings[0]?.message).toContain(`${word} is a reserved word of SQL; rename the ${what}`);
  for (const { edits } of findings[0]?.fixes ?? []) {
    const [edit] = edits;
    const text = links(column);
    const mended = text.slice(0, edit?.from) + (edit?.insert ?? "") + text.slice(edit?.to);
    expect(readSchema(mended).findings).toEqual([]);
  }
});
