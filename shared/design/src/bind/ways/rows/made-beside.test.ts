import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../read.ts";
import { waysIn } from "../way-of.ts";

beforeAll(() => loadReader());

const { way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const schema = (of: string) => `create table seats (id bigserial primary key, price_cents int not null);
create table holds (id bigserial primary key, seat_id bigint not null unique references seats, expires_at timestamptz not null);
create table payments (id bigserial primary key, ${of}, amount_cents int not null, status varchar not null default 'pending');
create table bookings (id bigserial primary key, hold_id bigint not null unique references holds, payment_id bigint not null references payments);`;
const api = "POST /seats/{seat_id}/hold -> 201 {id} | 409\nPOST /holds/{id}/confirm -> 201 {booking_id} | 410\n";

test("a payment of the hold, without which there is no booking, is made where the hold is confirmed", () => {
  const { words } = way(schema("hold_id bigint not null references holds"), api, "confirm");
  expect(words).toMatch(/Adds .*payments[^]*Adds .*bookings/);
});

test("what hangs on nothing that a request brings is there before", () => {
  const { words } = way(schema("note text"), api, "confirm");
  expect(words).not.toMatch(/Adds .*payments/);
});

const charged = `create table seats (id bigserial primary key, price_cents int not null);
create table holds (id uuid primary key default gen_random_uuid(), seat_id bigint not null unique references seats, expires_at timestamptz not null);
create table charges (
  idempotency_key varchar(150) primary key, hold_id uuid not null references holds, amount_cents int not null,
  state text not null check (state in ('started', 'declined', 'done'))
);
create sequence receipt_seq;
create table bookings (
  id uuid primary key default gen_random_uuid(), hold_id uuid not null unique references holds, seat_id bigint not null unique references seats,
  charge_key varchar(150) not null references charges, receipt_no bigint not null
);`;
const charging =
  "POST /seats/{seat_id}/hold -> 201 {id} | 409\nPOST /holds/{holdId}/confirm {cardToken: string} -> 201 {booking_id} | 410\n";
const told = (key: string) =>
  `\`\`\`mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n\`\`\`\n
## POST /holds/{holdId}/confirm

0. The hold is read, 410 where its expires_at is over.
1. \`INSERT INTO charges (idempotency_key, hold_id, amount_cents, state) VALUES (${key}, ..., 'started') ON CONFLICT DO NOTHING\`
2. The card is charged.
3. \`INSERT INTO bookings (hold_id, seat_id, charge_key, receipt_no) VALUES ($1, $2, $3, nextval('receipt_seq'))\``;

test.each([
  "'<holdId>:<cardToken>'",
  "'${holdId}:${cardToken}'",
  ":holdId || ':' || :cardToken",
  "concat(hold_id, ':', card_token)",
])("a charge whose key is made of what is sent is made before the booking that names it: %s", (key) => {
  const { words } = way(charged, charging, "confirm", told(key));
  expect(words).toMatch(/Adds .*charges with .*idempotency_key = the hash of a list.*state = "started"/);
  expect(words).toMatch(/Adds .*bookings with .*charge_key = the charges row's idempotency_key/);
  expect(words).toContain("receipt_no = the next number of receipt_seq");
});

test.each(["$1", "'<holdId>:<attempt>'", "'fixed'"])(
  "a charge whose key nothing that is sent makes is not: %s",
  (key) => {
    expect(way(charged, charging, "confirm", told(key)).words).not.toMatch(/Adds .*charges/);
  },
);

const ownSeat = (name: string, payment: string) => `create table users (id bigserial primary key, email text not null);
create table seats (
  id bigserial primary key, price_cents int not null, status text not null default 'free' check (status in ('free', 'held', 'sold')),
  ${name} uuid unique, held_by bigint references users(id), held_until timestamptz
);
create table payments (id uuid primary key, ${payment}, user_id bigint not null references users(id), amount_cents int not null,
  status text not null check (status in ('started', 'charged', 'declined')));
create table bookings (id uuid primary key default gen_random_uuid(), seat_id bigint not null unique references seats(id),
  user_id bigint not null references users(id), payment_id uuid not null references payments(id));`;
const ofSeat =
  "X-User-Id\n\nPOST /seats/{seat_id}/hold -> 201 {seat_id} | 409\nPOST /seats/{seat_id}/confirm -> 201 {booking_id} | 410\n";

test.each([
  ["hold_id", "hold_id uuid not null"],
  ["hold_token", "hold_token uuid not null"],
  ["hold_id", "seat_id bigint not null references seats(id)"],
])("a payment of the hold that stands in the seat's own row is made before the booking: %s, %s", (name, payment) => {
  const { words } = way(ownSeat(name, payment), ofSeat, "confirm");
  expect(words).toMatch(
    /Adds .*payments with .*id = a new UUID[^]*Adds .*bookings with .*payment_id = the payments row's id/,
  );
  expect(words).toContain("amount_cents = the seats row's price_cents");
});

test("what is of a seat and is nobody's, such as its price, is there before", () => {
  const price = ownSeat("hold_id", "seat_id bigint not null references seats(id)").replaceAll("payment", "offer");
  expect(way(price, ofSeat, "confirm").words).not.toMatch(/Adds .*offers/);
});

test.each([
  ["the only state that an update gives it", "update payments set status = 'declined' where id = $1", "declined"],
  [
    "of several the one that says so",
    "update payments set status = 'declined' where id = $1; update payments set status = 'charged' where id = $1",
    "charged",
  ],
])("a payment stands as updates write that it went through: %s", (_title, update, state) => {
  const design = `## POST /seats/{seat_id}/confirm\n\n\`\`\`sql\n${update};\n\`\`\`\n`;
  const { words } = way(ownSeat("hold_id", "hold_id uuid not null"), ofSeat, "confirm", design);
  expect(words).toMatch(new RegExp(`Adds .*payments with .*status = "${state}"`));
});
