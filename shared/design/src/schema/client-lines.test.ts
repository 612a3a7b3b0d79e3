import { loadModule } from "libpg-query";
import { beforeAll, expect, test } from "vitest";
import { readSchema } from "./read-schema.ts";

beforeAll(() => loadModule());

test.each([
  "\\c shortener",
  "\\set ON_ERROR_STOP on",
  "USE shortener;",
  "use `shortener`;",
  "create database links;",
  "CREATE DATABASE IF NOT EXISTS links\n  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;",
])("%s is for the client or the whole server, told and not run", (line) => {
  const { findings, tables } = readSchema(`-- é: first\n${line}\ncreate table t (id int primary key);\n`);
  expect(findings).toMatchObject([{ rule: "statement", severity: "warning", line: 2, column: 1 }]);
  expect(tables.map(({ name, line: at }) => [name, at])).toEqual([["t", 2 + line.split("\n").length]]);
});

test("what only looks like a command of the client is left where it is", () => {
  const { findings, tables } = readSchema("create table t (\n  use int,\n  note text default '\n\\c x\nuse y;'\n);");
  expect(findings).toEqual([]);
  expect(tables[0]?.columns.map(({ name }) => name)).toEqual(["use", "note"]);
});

test("of a page in Markdown its blocks of SQL are the schema, and places stay those of the page", () => {
  const { findings, tables } = readSchema(
    "# Schéma\n\nOne table; it's small:\n\n```sql\ncreate table t (id int primary key);\n```\n\nAnd:\n```sql\ncreate table u (id int primary key, t int references tt);\n```\n",
  );
  expect(tables.map(({ name, line }) => [name, line])).toEqual([
    ["t", 6],
    ["u", 11],
  ]);
  expect(findings).toMatchObject([{ rule: "unknown-table", line: 11 }]);
});
