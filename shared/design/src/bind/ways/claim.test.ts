import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../read.ts";
import { waysIn } from "./way-of.ts";

beforeAll(() => loadReader());

const { way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const schema = (sold: string) => `create table seats (id bigserial primary key, label text not null);
create table holds (token uuid primary key default gen_random_uuid(), seat_id bigint not null references seats, expires_at timestamptz not null);
create table occupancies (seat_id bigint primary key references seats, token uuid not null unique references holds (token), expires_at timestamptz not null${sold});
create table sales (id bigserial primary key, token uuid not null unique references holds (token), seat_id bigint not null unique references seats);`;
const api = "POST /seats/{seat_id}/hold -> 201 {token} | 409\nPOST /holds/{token}/confirm -> 201 {sale_id} | 410\n";

test("beside a table of all holds a row that there is once a seat says whose it is, and what has ended makes room", () => {
  const { words, questions } = way(schema(", sold_at timestamptz"), api, "hold");
  expect(questions).toEqual([]);
  expect(words).toMatch(/Deletes .*occupancies[^]*Adds .*holds[^]*Adds .*occupancies/);
  expect(words).toContain("sold_at");
});

test("a hold is confirmed where the seat's row is still its own, found by the hold rather than by the seat", () => {
  const { words } = way(schema(", sold_at timestamptz"), api, "confirm");
  expect(words).toMatch(/occupancies whose token is/);
  expect(words).toMatch(/Adds .*sales/);
  const unmarked = way(schema(""), api, "confirm").words;
  expect(unmarked).toMatch(/Reads the row of occupancies whose token is/);
});

test.each(["captured_at", "money_taken_at"])(
  "%s, when money comes later, is no time at which a hold ends",
  (column) => {
    const { words } = way(
      `create table seats (id bigserial primary key, status text not null default 'free' check (status in ('free','held','sold')), hold_id uuid unique, held_until timestamptz);
create table bookings (id bigserial primary key, seat_id bigint not null unique references seats, hold_id uuid not null unique, ${column} timestamptz);`,
      "POST /seats/{seat_id}/hold -> 201 {hold_id} | 409\nPOST /holds/{hold_id}/confirm -> 201 {booking_id} | 410\n",
      "hold",
    );
    expect(words).not.toContain("bookings");
  },
);

test("a claim that only its name points at a hold from is found by the hold, and the hold's own row is added with it", () => {
  const named = `create table seats (id bigserial primary key);
create table holds (hold_id uuid primary key, seat_id bigint not null references seats, expires_at timestamptz not null);
create table seat_claims (seat_id bigint primary key references seats, hold_id uuid not null unique,
  state text not null check (state in ('held', 'paying', 'sold')), expires_at timestamptz not null);
create table bookings (id bigserial primary key, hold_id uuid not null unique references holds, seat_id bigint not null unique references seats);`;
  const paths =
    "POST /seats/{seat_id}/holds -> 201 {hold_id} | 409\nPOST /holds/{hold_id}/confirm -> 201 {booking_id} | 410\n";
  expect(way(named, paths, "hold").words).toMatch(
    /Adds .* to holds[^]*Adds .* to seat_claims .*hold_id = the holds row's/,
  );
  expect(way(named, paths, "confirm").words).toMatch(/Sets state = "sold" in the row of seat_claims whose hold_id is/);
});
