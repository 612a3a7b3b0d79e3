import type { Column } from "@proofroom/domain/design/model";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../read.ts";
import { conditionOf } from "./condition.ts";

beforeAll(() => loadReader());

const column = (name: string, type: string, values?: string[]): Column => ({
  name,
  type,
  nullable: true,
  generated: false,
  line: 1,
  ...(values === undefined ? {} : { values }),
});
const table = {
  columns: [
    column("id", "bigint"),
    column("status", "text", ["free", "held", "sold"]),
    column("held_until", "timestamp with time zone"),
    column("is_open", "boolean"),
  ],
};
const read = (sql: string) => conditionOf(sql, table, (name) => (name === "nobody" ? undefined : `$path.${name}`));

test.each([
  ["id = $1", { id: "$path.1" }],
  ["s.id = :seat AND status = 'held'", { id: "$path.seat", status: "held" }],
  ["\"status\" IN ('free', 'held')", { status: { in: ["free", "held"] } }],
  ["status <> 'sold'", { status: { in: ["free", "held"] } }],
  ["status NOT IN ('held','sold')", { status: { in: ["free"] } }],
  ["held_until IS NULL", { held_until: null }],
  ["now() < held_until", { held_until: { gt: "$now" } }],
  ["held_until > now() - interval '02:00:00'", { held_until: { gt: { sub: ["$now", "120m"] } } }],
  ["is_open AND id = {id}", { is_open: true, id: "$path.id" }],
  ["NOT is_open", { is_open: false }],
  ["held_until IS NOT NULL", { held_until: { gte: "-infinity" } }],
  ["status IS NOT NULL", { status: { gte: "" } }],
  ["NOT (status = 'sold')", { status: { in: ["free", "held"] } }],
  ["status = 'held' AND status = 'sold'", { status: "held", any: [{ status: "sold" }] }],
  ["held_until > now() - make_interval(hours => 2)", { held_until: { gt: { sub: ["$now", "120m"] } } }],
  ["held_until + INTERVAL 10 MINUTE > NOW()", { held_until: { gt: { sub: ["$now", "10m"] } } }],
  ["held_until > now() - interval '1 second' * 600", { held_until: { gt: { sub: ["$now", "10m"] } } }],
  [
    "id = ? AND (status = 'free' OR status = 'held' AND held_until < now())",
    { id: "$path.", any: [{ status: "free" }, { status: "held", held_until: { lt: "$now" } }] },
  ],
])("what is asked is said in steps: %s", (sql, where) => {
  expect(read(sql)).toEqual(where);
});

test.each(["id = :nobody", "colour = 'red'", "lower(status) = 'held'", "id IS NOT NULL", "id = $1 AND", "id = $1 …"])(
  "what cannot be said is not said in part: %s",
  (sql) => {
    expect(read(sql)).toBeNull();
  },
);
