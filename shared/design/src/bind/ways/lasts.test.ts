import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../read.ts";
import { waysIn } from "./way-of.ts";

beforeAll(() => loadReader());

const { read, way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const schema = `create table seats (id int primary key, status text not null default 'free' check (status in ('free', 'held', 'sold')),
  held_by text, held_until timestamptz);
create table bookings (id bigserial primary key, seat_id int not null unique references seats, user_id text);`;
const api = (beside: string) => `POST /seats/{seatId}/hold {userId} -> 200 | 409${beside}
POST /seats/{seatId}/confirm {userId} -> 201 {bookingId} | 409
`;
const told = (text: string) => read(schema, text).findings.filter(({ rule }) => rule === "lasts-otherwise");

test("a hold lasts as long as the design says, and where the problem asks for another time that is told", () => {
  const otherwise = api("   # held for 10 minutes");
  expect(way(schema, otherwise, "hold").words).toContain('held_until = the time now plus "10m"');
  expect(told(otherwise)).toMatchObject([
    { severity: "warning", document: "api", line: 1, message: expect.stringContaining("line 1 of the API document") },
  ]);
});

test.each(["", "   # held for 2 minutes"])("a design that says nothing else holds for two minutes: %s", (beside) => {
  expect(way(schema, api(beside), "hold").words).toContain('held_until = the time now plus "2m"');
  expect(told(api(beside))).toEqual([]);
});

test("a key in the cache lives as long as the design says", () => {
  const inCache =
    "create table seats (id int primary key);\ncreate table bookings (id bigserial primary key, seat_id int not null unique references seats);";
  const design =
    "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n api --> r[(Redis)]\n```\nSET hold:{seat} {user} NX EX 300\n";
  expect(way(inCache, api(""), "hold", design).words).toContain("for 5m, if nothing is kept there yet");
});
