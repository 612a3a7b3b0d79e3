import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../read.ts";
import { waysIn } from "../way-of.ts";

beforeAll(() => loadReader());

const { way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const chart = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```";
const seats = (
  own: string,
): string => `create table seat (event_id int not null, seat_no text not null, held_until timestamptz, ${own},
  sold_at timestamptz, primary key (event_id, seat_no));`;
const api = (
  name: string,
): string => `POST /events/{event_id}/seats/{seat_no}/hold -> 201 {${name}: uuid, held_until} | 409
POST /holds/{${name}}/confirm -> 201 | 410
`;

test.each(["jeton", "reserva", "reservation", "reservierung", "booking_ref", "hold_id"])(
  "what a hold answers and nobody sends is new at each hold: %s",
  (name) => {
    const hold = way(seats(`${name} uuid unique`), api(name), "hold", chart);
    expect(hold.questions).toEqual([]);
    expect(hold.words).toContain(`${name} = a new UUID`);
  },
);

test("what is filled by the schema, or refers to another row, is not", () => {
  const hold = (own: string): string => way(seats(own), api("jeton"), "hold", chart).words;
  expect(hold("jeton uuid unique default gen_random_uuid()")).not.toContain("jeton = a new");
  expect(hold("jeton varchar(12) unique")).toContain("jeton = 12 random characters");
});
