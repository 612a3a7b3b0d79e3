import { loadModule } from "libpg-query";
import { beforeAll, expect, test } from "vitest";
import { readSchema } from "./read-schema.ts";

beforeAll(() => loadModule());

const up = "create table t (id int primary key);\n";
const down = "DROP INDEX t_x;\nDROP TABLE t;\nDROP TYPE state;\n";

test.each([
  "-- +goose Down",
  "-- migrate:down",
  "-- +migrate Down",
  "-- rollback",
  "-- Down migration",
  "-- ===== DOWN =====",
])("below %s nothing is run, which is told once", (line) => {
  const { findings, ddl } = readSchema(`-- é up\n${up}\n${line}\n${down}`);
  expect(findings).toMatchObject([{ rule: "statement", severity: "warning", line: 4 }]);
  expect(ddl).toHaveLength(1);
});

test("what goes up again behind a down part is run", () => {
  const { tables, findings } = readSchema(
    `-- +goose Up\n${up}-- +goose Down\n${down}-- +goose Up\ncreate table u (id int primary key);\n-- +goose Down\ndrop table u;\n`,
  );
  expect(tables.map(({ name, line }) => [name, line])).toEqual([
    ["t", 2],
    ["u", 8],
  ]);
  expect(findings.map(({ severity, line }) => [severity, line])).toEqual([
    ["warning", 3],
    ["warning", 9],
  ]);
});

test("a heading above tables, or a sentence, parts nothing", () => {
  const { tables, findings } = readSchema(`-- rollback\n${up}-- rollback drop table t;\n-- down: see 1_down.sql\n`);
  expect(tables.map(({ name }) => name)).toEqual(["t"]);
  expect(findings).toEqual([]);
});
