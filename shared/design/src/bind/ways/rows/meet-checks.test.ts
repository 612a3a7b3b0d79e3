import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../read.ts";
import { waysIn } from "../way-of.ts";

beforeAll(() => loadReader());

const { way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const onSeats = (check: string) => `create table seats (id int primary key, status text not null default 'free'
  check (status in ('free', 'held', 'sold')), held_by text, held_until timestamptz, sold_at timestamptz, ref uuid, booking_key uuid unique, ${check});`;
const api = `POST /seats/{seatId}/hold {userId} -> 200 {seatId} | 409
POST /seats/{seatId}/confirm {userId} -> 200 {seatId} | 409
  parameters: [{ name: Idempotency-Key, in: header, schema: { type: string } }]
`;

test("a time that a check ties to being held is nothing once the seat is sold", () => {
  const { words } = way(onSeats("check ((status = 'held') = (held_until is not null))"), api, "confirm");
  expect(words).toMatch(/Sets status = "sold", [^\n]*held_until = nothing[^\n]* in the row of seats/);
});

test("what a check leaves as it is while a seat is held and sold is not written anew", () => {
  const check = "check ((status = 'free') = (held_by is null))";
  expect(way(onSeats(check), api, "confirm").words).not.toMatch(/Sets [^\n]*held_by =[^\n]* in the row/);
  expect(way(onSeats(check), api, "hold").words).toMatch(/Sets [^\n]*held_by = the body's userId/);
});

test("what a confirmation compares is there already, though a free seat may go without", () => {
  const check = "check (status = 'free' or (held_by is not null and held_until is not null))";
  const { words } = way(onSeats(check), api, "confirm");
  expect(words).toContain('Sets status = "sold"');
  expect(words).not.toMatch(/Sets [^\n]*held_(?:by|until) =[^\n]* in the row/);
  const sold = "check (status <> 'sold' or held_until is null)";
  expect(way(onSeats(sold), api, "confirm").words).toMatch(/Sets [^\n]*held_until = nothing[^\n]* in the row/);
});

test("what has to be there once the seat is sold is written, made up where nothing says it", () => {
  const { words, because } = way(onSeats("check (status <> 'sold' or ref is not null)"), api, "confirm");
  expect(words).toMatch(/Sets status = "sold", [^\n]*ref = a new UUID/);
  expect(because).toContainEqual(expect.stringContaining("nothing says what fills seats.ref"));
  expect(way(onSeats("check (status <> 'held' or sold_at is null)"), api, "confirm").words).not.toContain(
    "sold_at = nothing",
  );
});

test("what only the provider would say is written as if it had answered, where a check asks for it once the seat is sold", () => {
  const paid = onSeats("psp_id text, check (status <> 'sold' or psp_id is not null)");
  const { words, because } = way(paid, api, "confirm");
  expect(words).toMatch(/Sets status = "sold", [^\n]*psp_id = /);
  expect(because).toContainEqual(expect.stringContaining("seats.psp_id is made up as if it had answered"));
});

test("a second column that has to carry the request's key gets it", () => {
  const schema = `create table seats (id int primary key);
create table holds (id uuid primary key, seat_id int not null unique references seats, confirmed_at timestamptz, expires_at timestamptz not null,
  idempotency_key uuid, check ((confirmed_at is null) = (idempotency_key is null)));
create table payments (idempotency_key uuid primary key, hold_id uuid not null references holds, state text not null default 'charging' check (state in ('charging', 'charged')));`;
  const text = `POST /seats/{seatId}/hold -> 201 {id} | 409
POST /holds/{holdId}/confirm -> 200 {id} | 409
  parameters: [{ name: Idempotency-Key, in: header, schema: { type: string } }]
`;
  const { words } = way(schema, text, "confirm");
  expect(words).toMatch(
    /Sets confirmed_at = the time now, idempotency_key = the header's idempotency-key in the row of holds/,
  );
  expect(words).toContain('Adds a row to payments with state = "charged"');
});
