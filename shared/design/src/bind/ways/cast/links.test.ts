import { loadModule } from "libpg-query";
import { beforeAll, expect, test } from "vitest";
import { readSchema } from "../../../schema/read-schema.ts";
import { linkOf } from "./links.ts";

beforeAll(() => loadModule());

/** By which columns rows of one table hold the key of the other's. */
function pairs(sql: string, from: string, to: string): [string, string][] | undefined {
  const { tables } = readSchema(sql);
  const [one, other] = [from, to].map((name) => tables.find((table) => table.name === name));
  return one === undefined || other === undefined ? undefined : linkOf(one, other)?.pairs;
}

test.each([
  ["seat", "seat_hold", "hold_id"],
  ["places", "place_options", "option_id"],
  ["show_seat", "show_seat_lock", "lock_id"],
])("of what is of one %s, a %s is called by its own word alone", (thing, hold, column) => {
  const sql = `create table ${thing} (id int primary key);
create table ${hold} (id char(36) primary key, thing_id int not null references ${thing});
create table booking (id int primary key, ${column} char(36) not null, thing_id int not null references ${thing});`;
  expect(pairs(sql, "booking", hold)).toEqual([[column, "id"]]);
});

test("what is of something else is not called so: an event of a payment is none that a seat is of", () => {
  const sql = `create table payment (id int primary key);
create table payment_event (id int primary key, payment_id int not null references payment);
create table seat (id int primary key, event_id int not null);`;
  expect(pairs(sql, "seat", "payment_event")).toBeUndefined();
});
