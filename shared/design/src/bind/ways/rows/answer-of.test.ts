import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../read.ts";
import { waysIn } from "../way-of.ts";

beforeAll(() => loadReader());

const { way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const schema = `create table seats (id uuid primary key, seat_number int not null,
  status text not null default 'free' check (status in ('free', 'held', 'sold')), held_until timestamptz, held_by text);`;

test("what a row is named by in the request is answered under the same name, and its number under another", () => {
  const { words } = way(
    schema,
    "POST /seats/{seatId}/hold {userId} -> 200 {seatId, seatNumber, heldUntil} | 409\nPOST /seats/{seatId}/confirm {userId} -> 201 | 409\n",
    "hold",
  );
  expect(words).toContain("seatId = the seats row's id");
  expect(words).toContain("seatNumber = the seats row's seat_number");
});
