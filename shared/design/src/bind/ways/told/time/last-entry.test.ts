import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../../read.ts";
import { waysIn } from "../../way-of.ts";

beforeAll(() => loadReader());

const { way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const schema = `create table seats (id int primary key);
create table seat_log (seat_id int not null references seats (id), seq int not null,
  kind text not null check (kind in ('HELD', 'BOOKED', 'RELEASED')), hold_id uuid not null, expires_at timestamptz,
  primary key (seat_id, seq));`;
const api =
  "POST /seats/{seat_id}/holds -> 201 {hold_id} | 409\nPOST /holds/{hold_id}/confirm -> 200 {hold_id} | 409\n";
const drawn = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```\n";
const hold = "The last entry is none, `RELEASED`, or `HELD` with `expires_at <= now()`: append `HELD`, else 409.";
const asked = (confirm: string, states = "") =>
  way(
    schema,
    api,
    "confirm",
    `${drawn}\n${states}\n\n## Hold\n\n${hold}\n\n## Confirm\n\n${confirm}\n`,
  ).questions.filter(({ message }) => message.includes("confirm a hold"));

test.each([
  "The last entry is `HELD` by this very hold: append `BOOKED`, else 409.",
  "`insert into seat_log select seat_id, seq + 1, 'BOOKED', hold_id from head where hold_id = $1 and kind = 'HELD'`",
  "Der letzte Eintrag ist `HELD` mit dieser `hold_id`: `BOOKED` anfügen.",
  "The last entry is `HELD` by this very hold: append `BOOKED`. `expires_at` is not looked at.",
])("an entry of whose state alone is told is not looked at in time: %s", (confirm) => {
  const [question] = asked(confirm);
  expect(question?.fixes?.[0]?.label).toContain("does not look at expires_at");
  expect(question?.fixes?.[0]?.edits[0]?.insert).not.toMatch(/expires_at: \{ gte/);
});

test.each([
  "The last entry is `HELD` by this very hold, `expires_at > now()`: append `BOOKED`, else 409.",
  "The last entry is `HELD` by this very hold and has not expired: append `BOOKED`.",
  "Der letzte Eintrag ist `HELD` und läuft noch: `BOOKED` anfügen.",
  "Appends `BOOKED` behind its `HELD`; too late is 409.",
])("an entry's end that is told is looked at: %s", (confirm) => {
  expect(asked(confirm)).toEqual([]);
});

test("a word for a state that means for all that it lasts is a look at the end, though not in a statement that asks for less", () => {
  const states = "## States\n\nA seat is `HELD` while `expires_at` is ahead.";
  expect(asked("The last entry is `HELD` by this very hold: append `BOOKED`, else 409.", states)).toEqual([]);
  const statement =
    "`insert into seat_log select seat_id, seq + 1, 'BOOKED', hold_id from head where hold_id = $1 and kind = 'HELD'`";
  expect(asked(statement, states)).toHaveLength(1);
});
