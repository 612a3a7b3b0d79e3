import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../../read.ts";
import { servedIn } from "../../holds-unguarded.ts";

beforeAll(() => loadReader());

const served = servedIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const told = (said: string, hold = "A live hold -> 409, else insert.") =>
  served("hold", `${said}\n\n## Hold\n\n${hold}\n\n## Confirm\n\nBook.`);
const statement = "```sql\nselect 1 from seats where id = $1 for update;\n```";

test.each([
  `## Concurrency\n\n${statement}\n\nHold, confirm and release all take it.`,
  `## Concurrency\n\n${statement}\n\nBoth transactions begin with this.`,
  "## Two at once\n\nHolding and confirming start with `SELECT 1 FROM seats WHERE id = $1 FOR UPDATE`.",
  "## Summary\n\nEverything that changes who has a seat runs under a per-seat Postgres advisory lock.",
  "## Idee\n\nAlle Schreibvorgänge und Transaktionen nehmen zuerst `SELECT * FROM seats WHERE id = $1 FOR UPDATE`.",
  "## Concurrence\n\nToutes les écritures prennent d'abord `SELECT * FROM seats WHERE id = $1 FOR UPDATE`.",
])("a lock that is told once of several endpoints is each one's: %s", (said) => {
  const { words, questions } = told(said);
  expect(questions).toEqual([]);
  expect(words).toContain("keeps it from others until the end");
});

test.each([
  "1. lock(seatId)\n2. live hold -> 409\n3. insert",
  "Once we have the lock: a live hold -> 409, else insert.",
  "`withSeatLock(seatId, () => …)`: a live hold -> 409, else insert.",
  "Unter der Sperre: ein laufender Hold -> 409, sonst INSERT.",
])("what is told of one may speak of the lock that is explained elsewhere: %s", (hold) => {
  expect(told(`## Isolation\n\n${statement}`, hold).words).toContain("keeps it from others until the end");
  expect(told("## Isolation\n\nWe have none.", hold).questions).toHaveLength(1);
});

test.each([
  [`## Concurrency\n\n${statement}\n\nHold and confirm never take it.`, undefined],
  [`## Concurrency\n\n${statement}\n\nConfirm takes it.`, undefined],
  [`## Isolation\n\n${statement}`, "Without the lock: a live hold -> 409, else insert."],
])(
  "a lock that is told of another endpoint only is asked about, and is the first that is offered: %s",
  (said, hold) => {
    expect(told(said, hold).questions[0]?.fixes?.[0]?.label).toMatch(/^It locks the seat's row/);
  },
);

test.each([
  `## Alternatives considered\n\n${statement}\n\nHold and confirm would take it.`,
  "## Concurrency\n\n`SELECT … FOR UPDATE` on the seat would queue\neverybody.",
])("a lock that is only weighed is not the likelier answer: %s", (said) => {
  expect(told(said).questions[0]?.fixes?.[0]?.label).toMatch(/^It looks for a hold that lasts/);
});
