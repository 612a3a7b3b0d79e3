import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../read.ts";
import { waysIn } from "../way-of.ts";

beforeAll(() => loadReader());

const { way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);
const api = "POST /seats/{id}/lock -> 201 {lock_id} | 409\nPOST /locks/{lock_id}/confirm -> 201 {booking_id} | 410\n";

test.each(["lock_expire", "lock_expiry", "locked_expiration", "reservation_expires", "blocked_until"])(
  "%s says until when a seat is held, though it is called after what has been done",
  (column) => {
    const schema = `create table seats (id int primary key, status text not null default 'free' check (status in ('free', 'locked', 'sold')),
      lock_id uuid, ${column} timestamptz);
    create table bookings (id int generated always as identity primary key, seat_id int not null references seats (id), lock_id uuid not null);`;
    expect(way(schema, api, "hold").words).toContain(`${column} is before the time now`);
  },
);

const holdsWith = (columns: string): string => `create table seats (id int primary key);
create table holds (id uuid primary key default gen_random_uuid(), seat_id int not null references seats,
  state text not null default 'held' check (state in ('held', 'expired', 'confirmed')), ${columns});
create unique index on holds (seat_id) where state in ('held', 'confirmed');`;

test.each(["now() + interval '2 minutes'", "current_timestamp + '2 min'::interval", "interval '120 seconds' + now()"])(
  "a time that the schema sets some time ahead is the end, whatever it is called: %s",
  (ahead) => {
    const schema = holdsWith(`made timestamptz not null default now(), loppuu timestamptz not null default ${ahead}`);
    expect(way(schema, api, "confirm").words).toContain("loppuu is at least the time now");
  },
);

test.each(["now()", "now() - interval '2 minutes'"])("a time that the schema sets to %s is no end", (standard) => {
  const schema = holdsWith(`loppuu timestamptz not null default ${standard}`);
  expect(way(schema, api, "confirm").words).not.toContain("loppuu is at least");
});

test("how a payment stands is no state of a hold: bookings that are pending and paid are made when it is confirmed", () => {
  const schema = `create table seats (id int primary key, status text not null default 'free' check (status in ('free', 'held', 'sold')),
    held_until timestamptz);
  create table bookings (id int generated always as identity primary key, seat_id int not null unique references seats (id),
    payment_status text not null default 'pending' check (payment_status in ('pending', 'paid')));`;
  const paths = "POST /seats/{id}/hold -> 200 | 409\nPOST /seats/{id}/confirm -> 200 {booking_id} | 409\n";
  expect(way(schema, paths, "hold").words).not.toContain("bookings");
  expect(way(schema, paths, "confirm").words).toContain("Adds a row to bookings");
});

test.each([
  ["holdUntilUtc", "holdCustomerId"],
  ["heldUntil", "heldUserId"],
  ["hold_until_utc", "hold_customer_id"],
  ["reserveEndsAt", "reserveOwner"],
])("a seat's row says until when it is held and whose it is without quotes around its names: %s, %s", (until, who) => {
  const schema = `create table seats (id int primary key, status text not null default 'free' check (status in ('free', 'held', 'sold')),
    holdId uuid, ${who} bigint, ${until} timestamptz, soldAtUtc timestamptz);
  create table bookings (id int generated always as identity primary key, seatId int not null references seats (id), holdId uuid not null);`;
  const { words } = way(schema, `X-Customer-Id\n\n${api}`, "hold");
  expect(words).toContain(`${until.toLowerCase()} is before the time now`);
  expect(words).toContain(`${who.toLowerCase()} = the header's X-Customer-Id`);
});

test("who bought a seat is not who holds it", () => {
  const schema = `create table seats (id int primary key, status text not null default 'free' check (status in ('free', 'held', 'sold')),
    hold_id uuid, hold_until timestamptz, sale_customer_id bigint, sold_at timestamptz);
  create table bookings (id int generated always as identity primary key, seat_id int not null references seats (id), hold_id uuid not null);`;
  expect(way(schema, `X-Customer-Id\n\n${api}`, "hold").words).not.toContain("sale_customer_id =");
});
