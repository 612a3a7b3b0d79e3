import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../read.ts";

beforeAll(() => loadReader());

const read = (schema: string) => readDesign({ schema, api: "", design: "" }, {});
const inserts = (schema: string) => read(schema).ddl.filter(({ sql }) => /^insert/i.test(sql));

const kinds = "create table kinds (id smallint primary key, name text not null);\n";
const rows = "insert into kinds values (1, 'temporary'), (2, 'permanent');\n";

test("rows of a lookup table to which a column refers by its default are a part of the schema, where they stand", () => {
  const schema = `${kinds}${rows}create table links (code text primary key, kind smallint not null default 1 references kinds (id));`;
  expect(inserts(schema)).toEqual([{ sql: rows.trim().slice(0, -1), line: 2 }]);
  expect(read(schema).ddl.map(({ line }) => line)).toEqual([1, 2, 3]);
  expect(read(schema).findings.filter(({ rule }) => rule === "statement")).toEqual([]);
});

test("a list of words is what the columns may be that refer to it", () => {
  const { tables } = read(
    "create table states (code text primary key, title text);\ninsert into states (title, code) values ('Free', 'free'), ('Held', 'held');\ncreate table seats (id int primary key, state text not null references states (code));",
  );
  expect(tables.find(({ name }) => name === "seats")?.columns[1]?.values).toEqual(["free", "held"]);
});

test.each([
  [
    "examples of what is sold",
    `create table events (id bigserial primary key, name text);\ninsert into events (name) values ('x');\ncreate table seats (id int primary key, event_id bigint references events (id));`,
  ],
  ["rows to which nothing refers", `${kinds}${rows}`],
  [
    "rows that refer to others",
    `${kinds}create table a (id text primary key, kind smallint references kinds (id));\ninsert into a values ('x', 1);\ncreate table b (id int primary key, a text default 'x' references a (id));`,
  ],
  [
    "what is computed",
    `${kinds}insert into kinds values (1, md5(random()::text));\ncreate table links (code text primary key, kind smallint default 1 references kinds (id));`,
  ],
])("%s are not put in", (_, schema) => {
  expect(inserts(schema)).toEqual([]);
  expect(read(schema).findings).toContainEqual(expect.objectContaining({ rule: "statement", severity: "warning" }));
});
