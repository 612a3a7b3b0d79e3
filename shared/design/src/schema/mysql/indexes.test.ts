import { loadModule } from "libpg-query";
import { beforeAll, expect, test } from "vitest";
import { readSchema } from "../read-schema.ts";
import { indexesBehind } from "./indexes.ts";

beforeAll(() => loadModule());

/** The schema after the first click that it offers. */
function clicked(sql: string): string {
  const edits = readSchema(sql).findings.flatMap(({ fixes }) => fixes?.[0]?.edits ?? []);
  return edits.slice(0, 1).reduce((all, { from, to, insert }) => all.slice(0, from) + insert + all.slice(to), sql);
}

const tables = "CREATE TABLE seat (id BIGINT PRIMARY KEY) ENGINE=InnoDB;\n";
const table = (element: string): string =>
  `${tables}CREATE TABLE hold (\n  id CHAR(36) NOT NULL,\n  seat_id BIGINT NOT NULL,\n  email VARCHAR(190),\n  note TEXT,\n  at DATETIME(3) NOT NULL,\n  PRIMARY KEY (id),\n${element}\n) ENGINE=InnoDB;\n`;

test.each([
  ["  KEY ix_hold_seat (seat_id, at)", ["seat_id", "at"]],
  ["  INDEX ix_hold_seat (seat_id, at DESC)", ["seat_id", "at"]],
  ["  INDEX `ix_hold_seat` USING BTREE (`seat_id` ASC, `at`)", ["seat_id", "at"]],
  ["  KEY (seat_id, at) USING BTREE COMMENT 'by seat, then time' INVISIBLE", ["seat_id", "at"]],
  ["  key ix (\n    seat_id,\n    at\n  )", ["seat_id", "at"]],
  ["  KEY ix (email(20), at)", ["email", "at"]],
  ["  KEY ix_a (seat_id) -- the seat's holds", ["seat_id"]],
  ["  KEY ix ((lower(email)))", [""]],
  ["  FULLTEXT KEY ft (email, note) WITH PARSER ngram", [""]],
  ["  FULLTEXT INDEX ft (note)", [""]],
])("an index of MySQL's among the columns is one behind the table: %s", (element, columns) => {
  const { findings, tables: read } = readSchema(clicked(table(element)));
  expect(findings).toEqual([]);
  expect(read[1]?.columns.map(({ name }) => name)).toEqual(["id", "seat_id", "email", "note", "at"]);
  expect(read[1]?.indexes).toMatchObject([{ columns, unique: false }]);
});

test.each([
  "  UNIQUE KEY uq (seat_id, email)",
  "  UNIQUE INDEX uq (seat_id, email)",
  "  UNIQUE KEY (seat_id, email)",
  "  UNIQUE uq (seat_id, email)",
  "  UNIQUE KEY uq USING HASH (seat_id, email DESC) COMMENT 'once'",
  "  CONSTRAINT `uq` UNIQUE KEY `other` (`seat_id`, `email`)",
  "  CONSTRAINT UNIQUE (seat_id, email(190))",
])("what is unique among the columns stays there: %s", (element) => {
  const { findings, tables: read } = readSchema(clicked(table(element)));
  expect(findings).toEqual([]);
  expect(read[1]?.uniques).toEqual([["seat_id", "email"]]);
});

test("a comment between a comma and an index, and a foreign key's own name, are no columns", () => {
  const sql = clicked(
    table(
      "  hits INT DEFAULT 1,     -- don't count, refused cards\n  # a key's own line\n  KEY ix (seat_id), /* (both */ INDEX iy (at),\n  FOREIGN KEY fk_seat (seat_id) REFERENCES seat (id) ON DELETE CASCADE,\n  KEY iz (hits)",
    ),
  );
  const { findings, tables: read } = readSchema(sql);
  expect(findings).toEqual([]);
  expect(sql).toContain("-- don't count, refused cards");
  expect(read[1]).toMatchObject({
    indexes: [{ columns: ["seat_id"] }, { columns: ["at"] }, { columns: ["hits"] }],
    foreignKeys: [{ columns: ["seat_id"], table: "seat" }],
  });
  expect(read[1]?.columns.map(({ name }) => name)).not.toContain("key");
});

test("what is unique by its first characters alone is not unique as a whole", () => {
  const sql = clicked(table("  UNIQUE KEY uq (note(100))"));
  expect(readSchema(sql).findings).toEqual([]);
  expect(sql).toContain("create unique index on hold (left(note, 100));");
});

test("columns called key and index stay columns", () => {
  const sql = "CREATE TABLE `t` (`key` VARCHAR(80) NOT NULL, `index` INT, PRIMARY KEY (`key`)) ENGINE=InnoDB;\n";
  expect(readSchema(clicked(sql)).tables[0]?.columns.map(({ name }) => name)).toEqual(["key", "index"]);
});

test("where nothing else is MySQL's, an index that could be a column is told as an index, with the rewrite", () => {
  const sql = "create table t (\n  id int primary key,\n  a int, -- why\n  index ix_a (a),\n  key ix_b (a, id)\n);";
  const { findings } = readSchema(sql);
  expect(findings.map(({ rule, line }) => `${rule} ${line}`)).toEqual(["mysql 4", "mysql 5"]);
  const again = readSchema(clicked(sql));
  expect(again.findings).toEqual([]);
  expect(again.tables[0]?.columns.map(({ name }) => name)).toEqual(["id", "a"]);
});

test.each(["create table t (a int, key x (a", "create table t (", "create table t (key (", "create table t (a int,,)"])(
  "a text that breaks off is left as it is: %s",
  (sql) => {
    expect(indexesBehind(sql)).toBe(sql);
  },
);
