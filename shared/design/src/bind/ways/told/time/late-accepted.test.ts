import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../../read.ts";
import { waysIn } from "../../way-of.ts";

beforeAll(() => loadReader());
const { read } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const schema = `create table seats (id serial primary key, status text not null default 'free' check (status in ('free', 'held', 'booked')),
  hold_id uuid unique, held_by int, held_until timestamptz);
create table bookings (id serial primary key, seat_id int not null unique references seats, user_id int not null, hold_id uuid not null unique);`;
const api = `POST /seats/{seat_id}/hold {user_id} -> 201 {hold_id, held_until} | 409
POST /holds/{hold_id}/confirm {user_id} -> 200 {booking_id} | 410 not yours any more
`;
/** What is asked about the confirmation. */
const asked = ({ confirm = "", end = "", hold = "" }): string[] =>
  read(
    schema,
    api,
    `## Hold

Takes the seat where it is free, or held and held_until is in the past. ${hold}

## Confirm

1. Find the seat with this hold_id and user. None: 410.
2. If it's held: set it to booked and insert the booking. ${confirm}

## When two minutes pass

${end}

\`\`\`mermaid
flowchart LR
 c[Client] --> api[API] --> db[(Postgres)]
\`\`\`
`,
  ).findings.flatMap(({ severity, message }) => (severity === "question" ? [message] : []));

const lookedBy =
  "How does POST /holds/{hold_id}/confirm confirm a hold? The statement about it in the design document does not look at held_until, which the schema keeps.";

test.each([
  { confirm: "No matter how late it comes, it is accepted." },
  { end: "A late confirm goes through if nobody else has the seat." },
  { end: "If nobody else has taken the seat meanwhile, a late confirmation goes through all the same." },
  { hold: "If nobody takes the seat, a late confirmation still works." },
])("a confirmation is asked about where it is told that it goes through however late: %j", (told) => {
  expect(asked(told)).toEqual([lookedBy]);
});

test.each([
  { end: "Late is fine for the map." },
  { end: "A late confirm does not go through." },
  { confirm: "If held_until is over: 410.", end: "A late confirm goes through if nobody else has the seat." },
  {
    confirm: "`UPDATE seats SET status = 'booked' WHERE hold_id = $1 AND held_until > now()`",
    end: "Late confirms go through.",
  },
])("what is told of something else, denied or looked at elsewhere leaves the look at the end: %j", (told) => {
  expect(asked(told)).not.toContain(lookedBy);
});
