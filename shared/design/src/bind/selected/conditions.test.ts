import type { Table } from "@proofroom/domain/design/model";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../read.ts";
import { conditionsIn } from "./conditions.ts";

beforeAll(() => loadReader());

const column = (name: string, type: string) => ({ name, type, nullable: false, generated: false, line: 1 });
const links: Table = {
  name: "links",
  columns: [
    column("code", "text"),
    column("active", "boolean"),
    column("state", "text"),
    column("hits", "integer"),
    column("created_at", "timestamptz"),
    column("deleted_at", "timestamptz"),
  ],
  primaryKey: ["code"],
  uniques: [],
  foreignKeys: [],
  checks: [],
  indexes: [],
  line: 1,
};

const minuteAgo = { sub: ["$now", "1m"] };

test.each([
  ["created_at > now() - interval '1 minute'", { created_at: { gt: minuteAgo } }],
  ["l.created_at >= NOW() - INTERVAL 1 MINUTE", { created_at: { gte: minuteAgo } }],
  ["created_at + interval '60 seconds' > now()", { created_at: { gt: minuteAgo } }],
  ["now() - '1 min'::interval < created_at", { created_at: { gt: minuteAgo } }],
  ["created_at > current_timestamp - make_interval(mins => 1)", { created_at: { gt: minuteAgo } }],
  ["deleted_at IS NULL", { deleted_at: null }],
  ["state = 'live'", { state: "live" }],
  ["state in ('live', 'new')", { state: { in: ["live", "new"] } }],
  ["hits < 10", { hits: { lt: 10 } }],
  ["active", { active: true }],
  ["active = false", { active: false }],
  ["not active", { active: false }],
  ["(deleted_at is null or deleted_at > now())", { any: [{ deleted_at: null }, { deleted_at: { gt: "$now" } }] }],
])("what a statement asks of a row beside its key can be asked by a step: %s", (said, is) => {
  expect(conditionsIn(`code = $1 AND ${said}`, links)).toEqual({ is: [is], isNot: [], sent: ["code"], unread: [] });
});

test.each([
  ["state <> 'off'", { state: "off" }],
  ["deleted_at is not null", { deleted_at: null }],
  ["state not in ('off')", { state: { in: ["off"] } }],
])("what a row must not be is told apart: %s", (said, isNot) => {
  expect(conditionsIn(`code = :code and ${said}`, links)).toMatchObject({ is: [], isNot: [isNot] });
});

test.each(["extract(dow from created_at) < 6", "state ~ '^l'", "hits < $2", "created_at > now() - $2"])(
  "what no step can ask is not read: %s",
  (said) => {
    expect(conditionsIn(`code = ? and ${said}`, links)).toMatchObject({ is: [], isNot: [], unread: [said] });
  },
);

test("what names no column of the table asks nothing of its rows", () => {
  expect(conditionsIn("code = $1 and $2 = 'x'", links).unread).toEqual([]);
});
