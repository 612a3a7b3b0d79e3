import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../read.ts";
import { waysIn } from "../way-of.ts";

beforeAll(() => loadReader());

const { way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const api =
  "POST /seats/{seat_id}/hold -> 201 {hold_id} | 409\nPOST /holds/{hold_id}/confirm + Idempotency-Key -> 201 {order_id} | 410\n";
const schema = (line: string) => `create table seats (id bigserial primary key, price_cents int not null);
create table holds (id uuid primary key default gen_random_uuid(), seat_id bigint not null unique references seats, user_id text not null, expires_at timestamptz not null);
create table orders (id uuid primary key default gen_random_uuid(), user_id text not null, idempotency_key uuid not null unique);
create table ${line} (id uuid primary key default gen_random_uuid(), order_id uuid not null references orders, seat_id bigint not null unique references seats);
create table payments (id uuid primary key default gen_random_uuid(), order_id uuid not null references orders, amount_cents int not null);`;

test.each(["tickets", "order_lines", "booked_seats"])(
  "of an order that names no seat its %s tell that the seat is sold, and the order is made before them",
  (line) => {
    const { words } = way(schema(line), api, "confirm");
    expect(words).toMatch(new RegExp(`Adds .*orders.*user_id = the holds row's user_id[^]*Adds .*${line}`));
    expect(words).toContain("Keeps Idempotency-Key in orders.idempotency_key");
    expect(way(schema(line), api, "hold").words).toContain(`row of ${line} whose seat_id is the path's seat_id`);
  },
);

test("a payment of the order that keeps the key is made behind both", () => {
  const apart = schema("order_lines")
    .replace(", idempotency_key uuid not null unique", "")
    .replace("amount_cents", "idempotency_key uuid not null unique, amount_cents");
  expect(way(apart, api, "confirm").words).toMatch(/Adds .*orders[^]*Adds .*order_lines[^]*Adds .*payments/);
});

test("kinds of tickets, which are there before anybody buys one, are not made", () => {
  const kinds = `create table ticket_types (id serial primary key, name text not null);${schema("tickets").replace(
    "order_id uuid not null references orders, seat_id bigint not null unique",
    "order_id uuid not null references orders, type_id int not null references ticket_types, seat_id bigint not null unique",
  )}`;
  expect(way(kinds, api, "confirm").words).not.toMatch(/Adds .*ticket_types/);
});
