import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../read.ts";
import { waysIn } from "../ways/way-of.ts";

beforeAll(() => loadReader());

const { way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const chart = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```";
const seats = (column = "status smallint not null default 0,") =>
  `create table seats (id int primary key,\n  price int not null,\n  ${column}\n  held_until timestamptz);`;
const api = "POST /seats/{seatId}/hold -> 200 {seatId} | 409\nPOST /seats/{seatId}/confirm -> 200 {seatId} | 409\n";
const held = "Sets status = 1, held_until";
const taken = "(status is 0 or status is 1 and held_until is before the time now)";

test.each([
  ["above the table", `-- status: 0 = AVAILABLE, 1 = HELD, 2 = SOLD\n${seats()}`, ""],
  ["as an enum of the code", `/* enum SeatStatus { Free = 0, Held = 1, Sold = 2 } */\n${seats()}`, ""],
  ["over several lines", `-- SeatStatus\n--   0 = FREE\n--   1 = HELD\n--   2 = SOLD\n${seats()}`, ""],
  [
    "as an enum's constants",
    seats("-- FREE(0), HELD(1), SOLD(2)\n  status smallint not null default 0 check (status in (0, 1, 2)),"),
    "",
  ],
  ["behind the column, word first", seats("status smallint not null default 0, -- Free = 0, Held = 1, Sold = 2"), ""],
  ["in the design document", seats(), "`seats.status`: 0 free, 1 held, 2 sold."],
])("what the numbers of a state mean is read %s", (_, schema, said) => {
  const { words, questions } = way(schema, api, "hold", `${said}\n\n${chart}`);
  expect(questions).toEqual([]);
  expect(words).toContain(held);
  expect(words).toContain(taken);
});

test.each([
  ["two texts say otherwise of it", "-- status: 0 free, 1 held, 2 sold\n-- \n\n/* status 0 sold, 1 held, 2 free */\n"],
  ["it is no counting", "-- status 0 rows, 7 seats\n"],
])("numbers that nothing explains are no state: %s", (_, comment) => {
  expect(way(`${comment}${seats()}`, api, "hold", chart).words).not.toContain("status");
});
