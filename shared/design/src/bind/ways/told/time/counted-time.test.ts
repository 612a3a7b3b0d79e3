import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../../read.ts";
import { waysIn } from "../../way-of.ts";

beforeAll(() => loadReader());

const { read, way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const api = `POST /seats/{seatId}/holds {userId} -> 201 {holdId} | 409
POST /holds/{holdId}/confirm + Idempotency-Key -> 201 {bookingId} | 410
`;
const holds = (columns: string) => `create table seats (id int primary key);
create table holds (id uuid primary key, seat_id int not null unique references seats, user_id text not null, ${columns});
create table bookings (id bigserial primary key, seat_id int not null unique references seats, made_at bigint not null, idem_key text unique);`;

test.each(["expires_at bigint not null", "held_until_ms bigint not null", "hold_expires_at integer not null"])(
  "the end of a hold may be counted from 1970: %s",
  (column) => {
    const [name = ""] = column.split(" ");
    const hold = way(holds(`${column}, created_ms bigint not null`), api, "hold");
    expect(hold.words).toContain(`${name} is before the time now`);
    expect(hold.words).toContain(`${name} = the time now plus "2m"`);
    expect(hold.words).toContain("created_ms = the time now");
    const confirm = way(holds(column), api, "confirm");
    expect(confirm.words).toContain(`${name} is at least the time now`);
    expect(confirm.words).toContain("made_at = the time now");
  },
);

test("an end that the database counts by itself is left to it", () => {
  const counting = "expires_at bigint not null default (extract(epoch from now()) * 1000)::bigint + 120000";
  const hold = way(holds(counting), api, "hold");
  expect(hold.words).toContain("expires_at is before the time now");
  expect(hold.words).not.toContain("expires_at = ");
  expect(read(holds(counting), api).findings.filter(({ rule }) => rule === "empty-column")).toEqual([]);
});
