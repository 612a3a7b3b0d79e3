import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../../read.ts";
import { waysIn } from "../../way-of.ts";

beforeAll(() => loadReader());
const { read } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const schemaOf = (held: string, bought: string) => `create table seats (id serial primary key, label text not null);
create table holds (id uuid primary key default gen_random_uuid(), user_id text not null, expires_at timestamptz not null);
create table ${held} (seat_id int primary key references seats, hold_id uuid not null references holds on delete cascade);
create table bookings (id uuid primary key default gen_random_uuid(), hold_id uuid, user_id text not null, idem_key text not null unique);
create table ${bought} (seat_id int primary key references seats, booking_id uuid not null references bookings);`;
const api =
  "POST /holds {userId, seatIds: [int]} -> 201 {holdId} | 409\nPOST /holds/{holdId}/confirm [Idempotency-Key] -> 200 {bookingId} | 410\n";
const doing = (design: string, held = "hold_seats", bought = "booking_seats") => {
  const { operations } = read(schemaOf(held, bought), api, design);
  const of = (name: string) => JSON.stringify(operations.find(({ capability }) => capability === name)?.steps);
  return { hold: of("hold"), confirm: of("confirm") };
};
const looks = (bought: string) => `{"get":"${bought}","by":{"seat_id":"$item"}}`;

test.each([
  "## Hold\n```sql\nSELECT 1 FROM booking_seats WHERE seat_id = ANY($1); -- any row: 409\nINSERT INTO holds (user_id, expires_at) VALUES ($2, now() + interval '2 minutes');\n```",
  "## Hold\n`select b.id from bookings b join booking_seats s on s.booking_id = b.id where s.seat_id = :seat`, a row is a 409.",
  "Holding: in one transaction,\n1. delete from hold_seats what has expired;\n2. refuse with 409 if one of the seats is in booking_seats;\n3. insert the hold.",
  "## Hold\nWe look into booking seats first: a seat that is there is sold, 409.",
])("a seat that is among those of a booking is refused where it is told to be looked for: %s", (design) => {
  expect(doing(design).hold).toContain(looks("booking_seats"));
});

test.each([
  "## Hold\n`INSERT INTO holds ...`, then a row of hold_seats for each seat; booking_seats is not asked, a sold seat fails later.",
  "## Hold\nInsert the hold and its rows of hold_seats, 409 where one is there.",
  "## Confirm\nThe seats are copied into booking_seats, 409 where one is there.",
])("nobody looks for it where nothing tells so: %s", (design) => {
  expect(doing(design).hold).not.toContain("booking_seats");
});

const copies = (held: string, bought: string) =>
  `{"list":"${held}","where":{"hold_id":"$holds.id"},"limit":100},{"forEach":"$rows","do":[{"insert":"${bought}","values":{"seat_id":"$item.seat_id","booking_id":"$bookings.id"}}]}`;

test.each([
  ["## Confirm\nInsert the booking, copy hold_seats to booking_seats.", "hold_seats", "booking_seats"],
  [
    "## Confirm\n```sql\nSELECT * FROM holds WHERE id = $1 AND expires_at > now() FOR UPDATE;\nINSERT INTO bookings (hold_id, user_id, idem_key) VALUES ($1, $2, $3);\nINSERT INTO sold_places SELECT seat_id, $4 FROM kept_places WHERE hold_id = $1;\n```",
    "kept_places",
    "sold_places",
  ],
  ["", "hold_items", "order_lines"],
])("each seat of the hold comes to be one of the booking: %s", (design, held, bought) => {
  expect(doing(design, held, bought).confirm).toContain(copies(held, bought));
});

test("statements that leave the booking's seats out leave them out", () => {
  const told = "## Confirm\n`INSERT INTO bookings (hold_id, user_id, idem_key) VALUES ($1, $2, $3)`, then 200.";
  expect(doing(told).confirm).not.toContain("booking_seats");
});

test.each([
  [
    "## Confirm\n`SELECT * FROM holds WHERE id = $1 AND expires_at > now(); INSERT INTO booking_seats SELECT seat_id, $2 FROM hold_seats WHERE hold_id = $1; DELETE FROM holds WHERE id = $1;`",
    true,
  ],
  ["## Confirm\nInsert the booking, copy its seats to booking_seats. Delete the hold.", true],
  ["## Confirm\nBooking and booking_seats are written, then the hold is removed.", true],
  ["## Confirm\nBooking and booking_seats are written. We do not delete the hold.", false],
  ["## Confirm\nBooking and booking_seats are written. A job deletes expired holds.", false],
])("a hold that is told to be deleted when it is confirmed is deleted: %s", (design, isDeleted) => {
  expect(doing(design).confirm?.includes('{"delete":"holds"')).toBe(isDeleted);
});
