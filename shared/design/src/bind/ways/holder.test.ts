import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../read.ts";
import { waysIn } from "./way-of.ts";

beforeAll(() => loadReader());

const { way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const onSeats = `create table seats (id int primary key, status text not null default 'free' check (status in ('free', 'held', 'sold')),
  held_by text, held_until timestamptz);
create table bookings (id bigserial primary key, seat_id int not null unique references seats, user_id text);`;
const onHolds = `create table seats (id int primary key);
create table holds (id uuid primary key, seat_id int not null unique references seats, user_id text not null, expires_at timestamptz not null);
create table bookings (id bigserial primary key, seat_id int not null unique references seats, user_id text);`;
const api = (hold: string, confirm: string, path = "/seats/{seatId}/confirm") =>
  `POST /seats/{seatId}/hold ${hold} -> 201 {id} | 409\nPOST ${path} ${confirm} -> 201 {bookingId} | 409\n`;

test.each([
  ["body", api("{userId}", "{userId}"), "held_by is the body's userId"],
  ["token", api("[auth]", "[auth]"), "held_by is the caller"],
  ["body under another name", api("{customer}", "{buyer_id}"), "held_by is the body's buyer_id"],
])("whoever confirms has to be whoever holds, where both are told by the %s", (_, text, words) => {
  expect(way(onSeats, text, "confirm").words).toContain(words);
});

test("a hold in a table of its own is confirmed by whom it names", () => {
  const text = api("{userId}", "{userId}", "/holds/{holdId}/confirm");
  expect(way(onHolds, text, "confirm").words).toContain(
    "expires_at is at least the time now and user_id is the body's userId, or answers 409",
  );
});

test.each([
  ["nobody is named when a seat is held", api("", "{userId}")],
  ["the confirmation names nobody", api("{userId}", "")],
  ["one names an id and the other an address", api("{userId}", "{email}")],
])("who holds a seat is not asked for where %s", (_, text) => {
  expect(way(onSeats, text, "confirm").words).toContain("held_until is at least the time now; answers");
});

test("a statement that does not look at who holds a seat lets everybody in", () => {
  const text = api("{userId}", "{userId}").replace(
    "POST /seats/{seatId}/confirm",
    "# UPDATE seats SET status = 'sold' WHERE id = $1 AND status = 'held' AND held_until > now()\n$&",
  );
  const { words, questions } = way(onSeats, text, "confirm");
  expect(words).toContain("held_until is at least the time now; answers");
  expect(questions).toEqual([]);
});
