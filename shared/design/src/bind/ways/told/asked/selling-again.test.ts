import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../../read.ts";
import { waysIn } from "../../way-of.ts";

beforeAll(() => loadReader());

const { read } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const seats = `create table seats (id int primary key, status text not null default 'free' check (status in ('free', 'held', 'sold')),
  hold_id uuid unique, held_until timestamptz);
create table bookings (id int generated always as identity primary key, seat_id int not null references seats (id), hold_id uuid not null);`;
const api =
  "POST /seats/{seat_id}/hold -> 201 {hold_id} | 409\nPOST /holds/{hold_id}/confirm -> 201 {booking_id} | 410\n";
const confirming = (condition: string): unknown => {
  const design = `# Seats

## Confirm

\`\`\`sql
UPDATE seats SET status = 'sold' WHERE hold_id = $1 AND ${condition};
\`\`\`
`;
  const { operations, findings } = read(seats, api, design);
  expect(findings.filter(({ rule }) => rule === "which-way")).toEqual([]);
  const found = operations.find(({ capability }) => capability === "confirm");
  const update = JSON.stringify(found?.steps).match(/"update":"seats".*?"where":(\{.*?\})\},\{"insert/)?.[1];
  return JSON.parse(update ?? "null");
};

test("a statement that takes the row also where it is sold already sells it once more", () => {
  expect(confirming("(status = 'sold' OR (status = 'held' AND held_until > now()))")).toEqual({
    hold_id: "$path.hold_id",
    any: [{ status: "sold" }, { status: "held", held_until: { gt: "$now" } }],
  });
  expect(confirming("(status = 'sold' OR held_until > now())")).toEqual({
    hold_id: "$path.hold_id",
    any: [{ status: "sold" }, { status: "held", held_until: { gte: "$now" } }],
  });
});

test("of a list of states with the time outside of it a sold row has to be in time as well", () => {
  expect(confirming("status IN ('held', 'sold') AND held_until > now()")).toEqual({
    hold_id: "$path.hold_id",
    status: { in: ["held", "sold"] },
    held_until: { gt: "$now" },
  });
});

test("a statement that asks for the hold takes nothing that is sold", () => {
  expect(confirming("status = 'held' AND held_until > now()")).toEqual({
    hold_id: "$path.hold_id",
    status: "held",
    held_until: { gte: "$now" },
  });
});
