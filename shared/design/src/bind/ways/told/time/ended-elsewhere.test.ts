import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../../read.ts";
import { waysIn } from "../../way-of.ts";

beforeAll(() => loadReader());

const { way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const schema = `create table seats (id int primary key);
create table holds (id uuid primary key, seat_id int not null references seats (id),
  status text not null default 'active' check (status in ('active', 'confirmed', 'expired')), expires_at timestamptz not null);
create unique index live on holds (seat_id) where status in ('active', 'confirmed');`;
const api = `POST /seats/{seatId}/holds -> 201 {holdId} | 409
POST /holds/{holdId}/confirm -> 200 {holdId} | 410 hold expired
`;
const asked = (confirm: string) =>
  way(
    schema,
    api,
    "confirm",
    `## Hold\n\nInsert.\n\n## Confirm\n\n\`UPDATE holds SET status = 'confirmed' WHERE id = $1 AND status = 'active'\`\n\n${confirm}\n\n\`\`\`mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n\`\`\`\n`,
  ).questions.filter(({ message }) => message.includes("confirm a hold"));

test.each([
  "No row:\n\n- `confirmed` → 200 with the same booking\n- `expired` → 410",
  "No row, and status = 'expired': 410.",
  "Trifft das nichts: 410, wenn der Status `expired` ist. Abgelaufen ist, was vom Cronjob als abgelaufen markiert wurde.",
  "Once it has been marked expired by the sweeper, or by the next one's hold, it cannot be confirmed: 410 if its status is `expired`.",
])("a state that another gives a row is no look at its time: %s", (confirm) => {
  expect(asked(confirm)[0]?.fixes?.[0]?.label).toContain("does not look at expires_at");
});

test.each([
  "No row: `expired`, or past its expires_at → 410.",
  "No row: 410 if the hold has expired.",
  "An expired hold is refused, whether it has been marked by the sweeper or not.",
  "410 if it is over its time: expired, though not yet marked by the job.",
])("a look at the time stays one where a state or a job is spoken of: %s", (confirm) => {
  expect(asked(confirm)).toEqual([]);
});
