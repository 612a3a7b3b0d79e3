import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../read.ts";
import { waysIn } from "./way-of.ts";

beforeAll(() => loadReader());

const { way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const venue = `create table events (id bigserial primary key, name text not null);
create table seats (id bigserial primary key, label text not null);
create table bookings (id bigserial primary key, event_id bigint not null, seat_id bigint not null, idem_key text unique);`;
const onEvent = `POST /events/{eventId}/seats/{seatId}/hold {userId} -> 201 {holdId} | 409
POST /holds/{holdId}/confirm + Idempotency-Key -> 201 {bookingId} | 409
`;
const inventory = (state: string, until: string) => `${venue}
create table event_seats (event_id bigint references events, seat_id bigint references seats, ${state}, hold_id uuid,
  held_by text, hold_expires_at timestamptz${until}, primary key (event_id, seat_id));`;

test("a seat of a venue is held for one event, so a hold is unique per seat and event together", () => {
  const hold = way(
    `${venue}
create table seat_holds (hold_id uuid not null unique, event_id bigint references events, seat_id bigint references seats,
  user_id text not null, expires_at timestamptz not null, primary key (event_id, seat_id));`,
    onEvent,
    "hold",
  );
  expect(hold.because).toEqual(["seat_holds is unique per event_id, seat_id"]);
  expect(hold.words).toContain(
    "event_id is the path's eventId and seat_id is the path's seatId and expires_at is before",
  );
  expect(hold.questions).toEqual([]);
});

test("what is unique per event says nothing of its seats", () => {
  const hold = way(
    `${venue}
create table seat_holds (hold_id uuid primary key, event_id bigint not null unique references events, seat_id bigint not null references seats,
  user_id text not null, expires_at timestamptz not null);`,
    onEvent,
    "hold",
  );
  expect(hold.questions).toMatchObject([{ rule: "which-way" }]);
});

test.each([
  ["has no word for being free", "status text not null check (status in ('HELD','SOLD'))", "", ""],
  ["has to say until when", "sold boolean not null default false", " not null", ""],
  [
    "is put in by the statement of whoever comes",
    "sold boolean not null default false",
    "",
    "# INSERT INTO event_seats VALUES ($1, $2, ...) ON CONFLICT (event_id, seat_id) DO UPDATE SET held_by = $3\n",
  ],
])("an inventory row comes with whoever holds the seat where it %s", (_, state, until, statement) => {
  const hold = way(inventory(state, until), statement + onEvent, "hold");
  expect(hold.because).toEqual(["event_seats is unique per event_id, seat_id"]);
  expect(hold.words).toContain("Adds a row to event_seats with");
  expect(hold.words).toContain("hold_id = a new UUID");
  expect(hold.questions).toEqual([]);
});

test("an inventory row that can be free is there before anybody comes", () => {
  const free = "status text not null default 'FREE' check (status in ('FREE','HELD','SOLD'))";
  const hold = way(inventory(free, ""), onEvent, "hold");
  expect(hold.words).toContain('status is "FREE"');
  expect(hold.words).not.toContain("Adds a row to event_seats");
});
