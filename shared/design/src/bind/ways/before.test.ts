import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../read.ts";
import { waysIn } from "./way-of.ts";

beforeAll(() => loadReader());

const { way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

test("what a seat cannot be without is there before anybody books, so its event is no booking", () => {
  const schema = `create table tickets_event (id bigint primary key, name text not null, starts_at timestamptz not null);
create table tickets_seat (id bigint primary key, event_id bigint not null references tickets_event, number int not null);
create table tickets_reservation (id uuid primary key, seat_id bigint not null references tickets_seat, customer text not null,
  status text not null check (status in ('pending','confirmed','expired')), expires_at timestamptz);
create unique index on tickets_reservation (seat_id) where status in ('pending','confirmed');`;
  const api = `POST /api/reservations {seat: int, customer: string} -> 201 {id, status} | 409
POST /api/reservations/{id}/confirm {payment_token: string} -> 200 {id, status} | 410
`;
  const { words, questions } = way(schema, api, "confirm");
  expect(words).toContain('Sets status = "confirmed" in the row of tickets_reservation');
  expect(words).not.toContain("tickets_event");
  expect(questions).toEqual([]);
});

test("a hold makes its own token, rather than read it in the booking that comes of it", () => {
  const schema = `create table seats (event_id bigint not null, seat_no text not null, primary key (event_id, seat_no));
create table seat_claims (event_id bigint not null, seat_no text not null, hold_token uuid not null unique default gen_random_uuid(),
  buyer text not null, expires_at timestamptz not null, sold_at timestamptz, primary key (event_id, seat_no),
  foreign key (event_id, seat_no) references seats);
create table bookings (booking_id uuid primary key default gen_random_uuid(), event_id bigint not null, seat_no text not null,
  buyer text not null, hold_token uuid not null unique, idempotency_key text unique, unique (event_id, seat_no),
  foreign key (event_id, seat_no) references seats);`;
  const api = `POST /events/{event_id}/seats/{seat_no}/claim {buyer: string} -> 201 {hold_token, expires_at} | 409
POST /bookings {hold_token: uuid} + Idempotency-Key -> 201 {booking_id} | 409
`;
  const { words } = way(schema, api, "hold");
  expect(words).toContain("Adds a row to seat_claims");
  expect(words).not.toContain("bookings row's hold_token");
  expect(words).not.toContain("or answers 404");
  expect(way(schema, api, "confirm").words).toContain("hold_token = the body's hold_token");
});
