import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../read.ts";
import { waysIn } from "../way-of.ts";

beforeAll(() => loadReader());

const { read, way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const seats = (
  price: string,
  rest = "",
) => `create table events (id bigserial primary key, name text not null, fee int);
create table tiers (id bigserial primary key, price_cents int not null);
create table seats (id bigserial primary key, event_id bigint not null references events, ${price},
  status text not null default 'free' check (status in ('free','held','sold')), held_until timestamptz, hold_id uuid unique,
  user_id text ${rest});`;
const bookings = (columns: string) => `
create table bookings (id bigserial primary key, seat_id bigint not null unique references seats, user_id text not null,
  idempotency_key text unique, ${columns});`;
const api = (body = "") => `POST /seats/{seatId}/hold {userId} -> 201 {holdId} | 409
POST /holds/{holdId}/confirm + Idempotency-Key ${body} -> 201 {bookingId} | 409
`;
const confirm = (schema: string, body = "") => way(schema, api(body), "confirm").words;

test.each([
  ["payment_ref varchar(16) not null", "payment_ref = 16 random characters"],
  ["charge_id text not null", "charge_id = 24 random characters"],
  ['"stripePaymentIntentId" text not null', "stripePaymentIntentId = 24 random characters"],
  ["transaction_id uuid not null", "transaction_id = a new UUID"],
  ["payment_auth_id text not null", "payment_auth_id = 24 random characters"],
  ["authorization_id text not null", "authorization_id = 24 random characters"],
  ["zahlung_ref text not null", "zahlung_ref = 24 random characters"],
  ["pago_id varchar(100) not null", "pago_id = 24 random characters"],
  ["payment_status text not null check (payment_status in ('failed','authorized','captured'))", '= "captured"'],
  ["payment_status text not null", 'payment_status = "paid"'],
  ["psp text not null check (psp in ('stripe','adyen'))", 'psp = "stripe"'],
])("what a payment provider would answer is made up, and is told: %s", (column, words) => {
  const schema = seats("price int not null") + bookings(column);
  expect(confirm(schema)).toContain(words);
  const told = read(schema, api()).findings.filter(({ rule }) => rule === "payment-made-up");
  expect(told).toMatchObject([
    { severity: "warning", line: 2, message: expect.stringContaining("No payment provider") },
  ]);
  expect(read(schema, api()).findings.filter(({ rule }) => rule === "empty-column")).toEqual([]);
});

test.each([
  ["payment_id bigint not null", "a number may be any other table's"],
  [
    "payment_status text not null check (payment_status in ('failed','void'))",
    "none of its words is of a payment that went well",
  ],
])("nothing is made up for %s: %s", (column) => {
  const { findings } = read(seats("price int not null") + bookings(column), api());
  expect(findings.filter(({ rule }) => rule === "empty-column")).toHaveLength(1);
  expect(findings.filter(({ rule }) => rule === "payment-made-up")).toEqual([]);
});

test.each([
  ["authored_in text not null", "authored_in = 12 random characters"],
  ["barcode varchar(8) not null unique", "barcode = 8 random characters"],
  ["kind text not null check (kind in ('seat','standing'))", 'kind = "seat"'],
  ["version int not null", "version = 1"],
  ["extras jsonb not null", "extras = "],
])("what the service's own code would fill is made up, and is told as no payment: %s", (column, words) => {
  const schema = seats("price int not null") + bookings(column);
  expect(confirm(schema)).toContain(words);
  const told = read(schema, api()).findings.filter(({ rule }) => /made-up|empty-column/.test(rule));
  expect(told).toMatchObject([{ severity: "warning", rule: "made-up", line: 2 }]);
});

test.each(["wristband_no bigint not null", "door_no int not null", "gate_id uuid not null references gates"])(
  "what may be another row's is not made up: %s",
  (column) => {
    const schema = `create table gates (id uuid primary key);${seats("price int not null")}${bookings(column)}`;
    expect(read(schema, api()).findings.filter(({ rule }) => rule === "empty-column")).toHaveLength(1);
  },
);

test("an amount is the price of the seat that is booked, in the same coin where it has two", () => {
  const schema = seats("price numeric(8,2) not null, price_cents int not null");
  expect(confirm(schema + bookings("amount_cents int not null"))).toContain(
    "amount_cents = the seats row's price_cents",
  );
  expect(confirm(schema + bookings("total numeric(8,2) not null"))).toContain("total = the seats row's price.");
});

test("where the seat has no price of its own, the row of its tier is read for it", () => {
  const schema = seats("tier_id bigint not null references tiers") + bookings("amount_cents int not null");
  const words = confirm(schema);
  expect(words).toContain("Reads the row of tiers whose id is the seats row's tier_id");
  expect(words).toContain("amount_cents = the tiers row's price_cents");
});

test("where no row has a price, what is sent says the amount", () => {
  const schema = seats("label text") + bookings("total int not null");
  expect(confirm(schema.replace(", fee int", ""), "{amount: int}")).toContain("total = the body's amount");
});

test("where nothing says a price, it is 0, and that is told", () => {
  const schema = (seats("label text") + bookings("total int not null, total_seats int not null default 1")).replace(
    ", fee int",
    "",
  );
  expect(confirm(schema)).toContain("total = 0");
  expect(read(schema, api()).findings).toContainEqual(
    expect.objectContaining({ message: "Nothing at hand says a price, so bookings.total is 0." }),
  );
});

test("a payment that is a row of another table is not made up", () => {
  const schema = `create table payments (id text primary key);${seats("price int not null")}${bookings("payment_id text not null references payments")}`;
  expect(confirm(schema)).not.toContain("payment_id = 24");
});
