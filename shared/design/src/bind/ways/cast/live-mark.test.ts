import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../read.ts";
import { waysIn } from "../way-of.ts";

beforeAll(() => loadReader());

const { way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const holds = (more: string, status = "'held', 'booked', 'expired'") => `create table seats (id int primary key);
create table holds (id uuid primary key default gen_random_uuid(), seat_id int not null references seats (id),
  status text not null default 'held' check (status in (${status})), expires_at timestamptz not null, ${more});`;
const api = `POST /holds {seat_id: int} -> 201 {id} | 409
POST /holds/{id}/confirm -> 200 | 410
`;

test("a column that names the seat while a hold lasts, and is empty afterwards, lets in one hold a seat", () => {
  const { questions, words } = way(holds("active_seat_id int unique"), api, "hold");
  expect(questions).toEqual([]);
  expect(words).toContain(
    'expires_at is before the time now and status is "held" and active_seat_id is the body\'s seat_id',
  );
  expect(words).toContain('Sets status = "expired", active_seat_id = nothing');
  expect(words).toMatch(/Adds a row to holds with .*active_seat_id = the body's seat_id/);
});

test.each([
  ["a flag beside the seat", "active boolean, unique (seat_id, active)", "active = true"],
  ["a number as MySQL's flags are", "is_live smallint, unique (seat_id, is_live)", "is_live = 1"],
])("what says that a hold lasts is written with it: %s", (_what, more, written) => {
  const { questions, words } = way(holds(more), api, "hold");
  expect(questions).toEqual([]);
  expect(words).toContain(written);
});

test("a flag that the schema sets by itself is only emptied, also where no state says that a hold is over", () => {
  const { words } = way(holds("live boolean default true, unique (seat_id, live)", "'held', 'booked'"), api, "hold");
  expect(words).toContain("Sets live = nothing");
  expect(words).not.toContain("Deletes");
});

test("a column that the database computes out of the state needs nobody to write it", () => {
  const computed = "live_seat int generated always as (case when status <> 'expired' then seat_id end) stored unique";
  const { questions, words } = way(holds(computed), api, "hold");
  expect(questions).toEqual([]);
  expect(words).toContain('Sets status = "expired" in');
  expect(words).not.toContain("live_seat =");
});

test("a column that is filled once the seat is sold says nothing of a hold that lasts", () => {
  const sold = "sold_seat int generated always as (case when status = 'booked' then seat_id end) stored unique";
  expect(way(holds(sold), api, "hold").questions.map(({ rule }) => rule)).toContain("which-way");
});

test("who holds a seat, or by what key, marks no hold as lasting", () => {
  for (const more of ["user_id int unique", "idempotency_key uuid unique", "note text, unique (seat_id, note)"]) {
    const { questions } = way(holds(more), api, "hold");
    expect(questions.map(({ rule }) => rule)).toContain("which-way");
  }
});
