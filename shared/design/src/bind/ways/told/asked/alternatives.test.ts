import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../../read.ts";
import { alternativesIn, clears } from "./alternatives.ts";
import { waysIn } from "../../way-of.ts";

beforeAll(() => loadReader());

const { way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const seats = `create table seats (id int primary key, status text not null default 'free' check (status in ('free', 'held', 'sold')),
  held_until timestamptz, held_by int);
create table bookings (id int generated always as identity primary key, seat_id int not null references seats (id), user_id int not null);`;
const api = `POST /seats/{seat_id}/hold {user_id: int} -> 200 | 409
POST /seats/{seat_id}/confirm {user_id: int} -> 201 {booking_id} | 409
`;
const drawn = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```\n";
const holding = (condition: string, more = "") =>
  way(
    seats,
    api,
    "hold",
    `${drawn}\n## Hold\n\n    UPDATE seats SET status = 'held', held_until = now() + interval '2 minutes' WHERE id = $1${condition};\n\n${more}\n`,
  );

test("an alternative that looks at the time alone takes a sold seat too, which is asked and run as it is written", () => {
  const { questions } = holding(" AND (status = 'free' OR held_until < now())");
  expect(questions[0]?.message).toContain("does not look at status");
  expect(questions[0]?.fixes?.[0]?.edits[0]?.insert).toContain("any: [{ status: free }, { held_until: { lt: $now } }]");
});

test.each([
  [" AND (status = 'free' OR (status = 'held' AND held_until < now()))", ""],
  [" AND status <> 'sold' AND (status = 'free' OR held_until < now())", ""],
  [" AND (status = 'free' OR held_until < now())", "Confirm sets status = 'sold' and held_until = NULL."],
  [" AND (status = 'free' OR held_until < now())", "Selling a seat clears its held_until."],
])(
  "nothing is asked where a sold seat is passed over, by its state or because its time is gone:%s %s",
  (condition, more) => {
    expect(holding(condition, more).questions).toEqual([]);
  },
);

test("a statement that looks at nothing takes any row, whatever is said about not looking", () => {
  const { questions } = holding("", "We do not look at the status first.");
  expect(questions[0]?.message).toContain("does not look at status and held_until");
  expect(questions[0]?.fixes?.[0]?.edits[0]?.insert).toContain("where: { id: $path.seat_id } }");
});

test.each([
  ["id = $1 and (a = 1 or b = 2)", ["a = 1", "b = 2"]],
  ["id = $1 and (a = 1 or (b = 2 and c < now()))", ["a = 1", "(b = 2 and c < now())"]],
  ["a = 1 or b = 2", ["a = 1", "b = 2"]],
  ["a = 1 and b = 'or'", []],
])("what a condition says apart is told: %s", (condition, parts) => {
  expect(alternativesIn(condition).parts).toEqual(parts);
});

test.each([
  ["SET held_until = NULL", true],
  ["heldUntil: null", true],
  ["clears held_until", true],
  ["held_until is null or held_until < now()", false],
  ["held_until = now()", false],
])("whether a text empties a column: %s", (text, isCleared) => {
  expect(clears(text, "held_until")).toBe(isCleared);
});
