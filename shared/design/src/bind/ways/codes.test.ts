import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../read.ts";
import { waysIn } from "./way-of.ts";

beforeAll(() => loadReader());

const { way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const api =
  "POST /seats/{seat_id}/hold -> 201 {hold_id} | 409\nPOST /holds/{hold_id}/booking -> 201 {booking_id} | 410\n";
const schema = (column: string) => `create table t_seat (seat_id bigserial primary key,
  seat_status ${column}
  held_until timestamptz);
create table t_hold (hold_id bigserial primary key, seat_id bigint not null references t_seat (seat_id), expire_at timestamptz not null);
create table t_booking (booking_id bigserial primary key, hold_id bigint not null references t_hold (hold_id));`;

test.each([
  "char(1) not null default '0',   -- 0: vacant  1: held  2: sold",
  "varchar(2) not null default '0', -- '0' = free, '1' = held, '2' = sold",
  "char(1) not null default '0' check (seat_status in ('0', '1', '2')), -- 0: free, 1: held, 2: sold",
])("a text of one sign is a state by what is written beside it: %s", (column) => {
  const { words } = way(schema(column), api, "hold");
  expect(words).toContain('seat_status = "1"');
  expect(words).toContain('seat_status is "0"');
});

test("letters that stand for states are those", () => {
  const { words } = way(schema("char(1) not null default 'F', -- F: free, H: held, S: sold"), api, "hold");
  expect(words).toContain('seat_status = "H"');
});
