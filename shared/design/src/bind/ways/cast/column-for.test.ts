import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../read.ts";
import { waysIn } from "../way-of.ts";

beforeAll(() => loadReader());

const { way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);
const api = "POST /seats/{id}/lock -> 201 {lock_id} | 409\nPOST /locks/{lock_id}/confirm -> 201 {booking_id} | 410\n";

test.each(["lock_expire", "lock_expiry", "locked_expiration", "reservation_expires", "blocked_until"])(
  "%s says until when a seat is held, though it is called after what has been done",
  (column) => {
    const schema = `create table seats (id int primary key, status text not null default 'free' check (status in ('free', 'locked', 'sold')),
      lock_id uuid, ${column} timestamptz);
    create table bookings (id int generated always as identity primary key, seat_id int not null references seats (id), lock_id uuid not null);`;
    expect(way(schema, api, "hold").words).toContain(`${column} is before the time now`);
  },
);
