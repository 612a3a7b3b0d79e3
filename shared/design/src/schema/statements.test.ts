import { loadModule } from "libpg-query";
import { beforeAll, expect, test } from "vitest";
import { readSchema } from "./read-schema.ts";

beforeAll(() => loadModule());

const table = "create table t (id bigint generated always as identity primary key);";

test.each([
  "alter sequence t_id_seq restart with 15000000",
  "alter sequence t_id_seq owned by t.id",
  "select setval('t_id_seq', 15000000)",
  "select setval(pg_get_serial_sequence('t', 'id'), 1000, false)",
  "comment on column t.id is 'a number'",
])("%s is run: what counts begins where the design lets it begin", (sql) => {
  const { findings, ddl } = readSchema(`${table}\n${sql};`);
  expect(findings).toEqual([]);
  expect(ddl).toHaveLength(2);
});

test("a number that a query would have to find first is not set", () => {
  const { findings } = readSchema(`${table}\nselect setval('t_id_seq', (select pg_sleep(9)));`);
  expect(findings).toMatchObject([{ severity: "error", rule: "statement" }]);
});

test.each([
  "create statistics s on id, id from t",
  "truncate t",
  "lock table t",
  "notify changed",
  "prepare q as select 1",
  "create publication outbox for table t",
  "drop function f()",
  "drop trigger g on t",
  "alter function f() stable",
  "alter table t rename constraint t_pkey to pk",
])("%s changes nothing that a run needs, and is passed over", (sql) => {
  const { findings, ddl } = readSchema(`${table}\n${sql};`);
  expect(findings).toMatchObject([{ severity: "warning", rule: "statement", line: 2 }]);
  expect(findings[0]?.message).toMatch(/^[A-Z ]+ is not run: /);
  expect(ddl).toHaveLength(1);
});

test.each(["comment on function f() is 'makes codes'", "comment on extension pgcrypto is 'random'"])(
  "%s is passed over: what it speaks of is not there",
  (sql) => {
    const { findings, ddl } = readSchema(`${table}\n${sql};`);
    expect(findings).toMatchObject([{ severity: "warning", rule: "statement" }]);
    expect(ddl).toHaveLength(1);
  },
);
