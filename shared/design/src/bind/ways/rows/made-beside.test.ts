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
