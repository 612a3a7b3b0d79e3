import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../../read.ts";
import { waysIn } from "../../way-of.ts";

beforeAll(() => loadReader());

const { way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const drawn = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```\n";
const schema = (states: string) => `create table seats (id int primary key);
create table holds (id uuid primary key, seat_id int not null references seats (id),
  status text not null default 'Active' check (status in (${states})), expires_at timestamptz not null);
create unique index live on holds (seat_id) where status in ('Active', 'Confirmed');`;
const api = `POST /seats/{seatId}/holds -> 201 {holdId} | 409
POST /holds/{holdId}/confirm -> 200 {holdId} | 410
`;
const asked = (confirm: string, elsewhere = "", over = "Expired") =>
  way(
    schema(`'Active', 'Confirmed', '${over}'`),
    api,
    "confirm",
    `## Hold\n\nInsert.\n\n## Confirm\n\n${confirm}\n\n## Upkeep\n\n${elsewhere}\n\n${drawn}`,
  ).questions.filter(({ message }) => message.includes("confirm a hold"));

const locked = "`SELECT * FROM holds WHERE id = $1 FOR UPDATE`, none -> 404";

test.each([
  `1. ${locked}\n2. status = Expired -> 410\n3. status = Active -> \`UPDATE holds SET status = 'Confirmed'\``,
  `1. ${locked}\n2. \`Expired\`: 410\n3. \`Active\`: set it to Confirmed`,
])(
  "a row that is locked and of whose state alone is told is not looked at in time, whatever that state is called: %s",
  (confirm) => {
    const worker =
      "Whoever confirms too late finds the hold in status Expired. Every minute a worker expires what is over.";
    expect(asked(confirm, worker)[0]?.fixes?.[0]?.label).toContain("does not look at expires_at");
  },
);

test.each([
  [`1. ${locked}\n2. status = Expired, or expires_at <= now() -> 410\n3. status = Active -> Confirmed`, ""],
  [`1. ${locked}\n2. expired -> 410\n3. status = Active -> Confirmed`, ""],
  [
    `1. ${locked}\n2. status = Expired -> 410\n3. status = Active -> Confirmed`,
    "A confirmation compares the time as well.",
  ],
  [
    `1. ${locked}\n2. status = Expired -> 410\n3. status = Active -> Confirmed`,
    "Confirming looks at `expires_at > now()`, too.",
  ],
])(
  "an end that is told beside the state, or elsewhere of the one who confirms, is looked at: %s %s",
  (confirm, elsewhere) => {
    expect(asked(confirm, elsewhere)).toEqual([]);
  },
);

test("a state of which nobody knows what it means is a state all the same", () => {
  const confirm = `1. ${locked}\n2. \`EXPIRE_TOT\`: 410\n3. \`Active\`: set it to Confirmed`;
  expect(asked(confirm, "", "EXPIRE_TOT")[0]?.fixes?.[0]?.label).toContain("does not look at expires_at");
});

test.each([
  "If it is available or its hold is over",
  "When it is available or the hold has ended",
  "Si está libre o su reserva ya terminó",
  "Ist er frei oder der Hold vorbei",
])("of a row that is kept by its version it may be told that what is on it is over: %s", (when) => {
  const own = `create table seats (id int primary key, status text not null default 'available'
    check (status in ('available', 'held', 'sold')), held_by int, held_until timestamptz, version int not null default 0);`;
  const update = "`update seats set status='held', held_until=$3, version=version+1 where id=$1 and version=$2`";
  const holding = (told: string) =>
    way(
      own,
      "POST /seats/{seat_id}/hold {user_id: int} -> 200 {seat_id} | 409\n",
      "hold",
      `${drawn}\nHold: read the seat. ${told} it is saved with ${update}, no row: 409.\n`,
    ).questions.map(({ message }) => message);
  expect(holding(when)).toEqual([]);
  expect(holding("When the job has run and it is over, it is available. If it is available or held")[0]).toContain(
    "does not look at held_until",
  );
});
