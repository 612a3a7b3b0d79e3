import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../read.ts";
import { waysIn } from "../way-of.ts";

beforeAll(() => loadReader());

const { read, way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const drawing = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```\n";
const api =
  "POST /seats/{seat_id}/hold -> 201 {hold_id} | 409\nPOST /holds/{hold_id}/confirm + Idempotency-Key -> 201 {booking_id} | 410\n";
const schema = (
  payment: string,
  booking = "",
) => `create table seats (id bigserial primary key, price_cents int not null);
create table holds (id uuid primary key default gen_random_uuid(), seat_id bigint not null unique references seats, expires_at timestamptz not null);
create table bookings (id uuid primary key default gen_random_uuid(), seat_id bigint not null unique references seats${booking});
create table ${payment});`;
const payments = "payments (id uuid primary key, booking_id uuid not null references bookings";
const key = ", idempotency_key uuid not null unique";
const confirm = (payment: string, booking = "", design = drawing) =>
  way(schema(payment, booking), api, "confirm", design).words;

test.each([
  [
    "its amount, state and provider",
    "amount_cents int not null, status text not null check (status in ('pending', 'paid')), provider text not null",
  ],
  ["nothing else", "paid_at timestamptz not null default now()"],
])("a payment that keeps the key of its booking's confirmation is made behind the booking, with %s", (_, columns) => {
  const words = confirm(`${payments}${key}, ${columns}`);
  expect(words).toMatch(
    /Keeps Idempotency-Key in payments\.idempotency_key[^]*Adds .*bookings[^]*Adds .*payments.*booking_id = the bookings row's id/,
  );
  expect(words).toContain("booking_id = the bookings row's id");
});

test.each([
  "payments (id uuid primary key, booking_id uuid not null",
  "payments (id uuid primary key, hold_id uuid not null, booking_id uuid not null references bookings",
  "booking_payments (id uuid primary key, booking_id uuid not null references bookings",
  "zahlungen (id uuid primary key, booking_id uuid not null references bookings",
])("what hangs on a booking is not the booking, whatever else it refers to: %s", (table) => {
  expect(confirm(table + key)).toMatch(/Adds .*bookings[^]*booking_id = the bookings row's id/);
  expect(confirm(table, key)).toContain("Keeps Idempotency-Key in bookings.idempotency_key");
});

test("a payment of which nothing is told, and that keeps no key, is somebody else's to make", () => {
  expect(confirm(payments, key)).not.toContain("payments");
});

test.each(["`insert into bookings …`, `insert into payments …`", "The booking, then a payment row."])(
  "a payment is made where it is told: %s",
  (told) => {
    const words = confirm(payments, key, `## Confirm\n\nWhile \`expires_at > now()\`. ${told}\n\n${drawing}`);
    expect(words).toMatch(/Adds .*bookings[^]*Adds .*payments/);
    expect(
      confirm(`${payments}${key}`, key, `## Confirm\n\nWhile \`expires_at > now()\`. ${told}\n\n${drawing}`),
    ).toMatch(/Adds .*payments.*idempotency_key = the header/);
  },
);

test("the lines that say of which seat an order of a hold is are made behind the order", () => {
  const orders = `create table seats (id int primary key);
create table holds (id uuid primary key, seat_id int not null unique references seats, expires_at timestamptz not null);
create table orders (id uuid primary key, hold_id uuid not null unique references holds);
create table order_lines (order_id uuid not null references orders, seat_id int not null unique references seats);`;
  expect(way(orders, api.replace("booking_id", "order_id"), "confirm").words).toMatch(
    /Adds .*orders[^]*Adds .*order_lines.*seat_id = the holds row's seat_id/,
  );
  expect(
    read(orders, api.replace("booking_id", "order_id")).findings.filter(({ rule }) => rule === "empty-column"),
  ).toEqual([]);
});

test("what is made behind a booking is answered, too", () => {
  const answering = api.replace("{booking_id}", "{booking_id, payment_id, provider}");
  const { words } = way(schema(`${payments}${key}, provider text not null`), answering, "confirm");
  expect(words).toContain("payment_id = the payments row's id, provider = the payments row's provider");
});
