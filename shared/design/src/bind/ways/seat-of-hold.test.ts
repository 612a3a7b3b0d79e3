import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../read.ts";
import { waysIn } from "./way-of.ts";

beforeAll(() => loadReader());

const { way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const schema = (ofSeat: string) => `create table seats (id bigserial primary key, label text not null,
  status text not null default 'AVAILABLE' check (status in ('AVAILABLE', 'HELD', 'SOLD')), held_until timestamptz${ofSeat});
create table holds (id bigserial primary key, seat_id bigint not null references seats (id), user_id bigint not null);
create table bookings (id bigserial primary key, hold_id bigint not null unique references holds (id), seat_id bigint not null unique references seats (id));`;
const api = `POST /seats/{id}/hold {user_id: int} -> 201 {hold_id, held_until} | 409
POST /holds/{id}/confirm {user_id: int} -> 201 {booking_id} | 410
`;

test("a hold whose end stands on its seat is confirmed while the seat is held and its time is running", () => {
  const { words, questions } = way(schema(""), api, "confirm");
  expect(questions).toEqual([]);
  expect(words).toContain('status is "HELD" and held_until is at least the time now; answers 410');
});

test.each([
  ["by name", ", current_hold_id bigint"],
  ["by a foreign key", ", hold_id bigint references holds (id)"],
])("a seat that says %s which hold is its own now names the new one, and is sold to that one alone", (_, column) => {
  const name = column.split(" ")[1] ?? "";
  expect(way(schema(column), api, "hold").words).toContain(`${name} = the holds row's id`);
  expect(way(schema(column), api, "confirm").words).toContain(`${name} is the holds row's id`);
});

test("of all the holds that a seat has had the one that it names now is looked at, whether it has ended", () => {
  const timed = `create table seats (id bigserial primary key, status int not null default 0 check (status in (0, 1, 2)), -- 0 free, 1 held, 2 sold
  current_hold_id bigint);
create table holds (id bigserial primary key, seat_id bigint not null references seats (id), user_id bigint not null, expires_at timestamptz not null);
create table bookings (id bigserial primary key, hold_id bigint not null unique references holds (id));`;
  expect(way(timed, api, "hold").words).toContain("holds whose id is the seats row's current_hold_id");
});

test("several of a word in Spanish and in Portuguese are one of it", () => {
  const spanish = schema("").replaceAll("holds", "retenciones").replaceAll("hold_id", "retencion_id");
  const calls = api.replaceAll("holds", "retenciones").replaceAll("hold_id", "retencion_id");
  const { words, questions } = way(spanish, calls, "confirm");
  expect(questions).toEqual([]);
  expect(words).toContain("Reads the row of retenciones whose id is the path's id");
});
