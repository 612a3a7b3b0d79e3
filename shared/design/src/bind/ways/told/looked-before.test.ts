import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../read.ts";
import { waysIn } from "../way-of.ts";

beforeAll(() => loadReader());

const { way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const seats = `create table seats (id int primary key, status text not null default 'free' check (status in ('free', 'held', 'sold')),
  held_until timestamptz, hold_ref uuid, held_by int);
create table bookings (id int generated always as identity primary key, seat_id int not null unique references seats (id), user_id int not null);`;
const api =
  "POST /seats/{seat_id}/hold {user_id: int} -> 201 {hold_ref} | 404 | 409\nPOST /holds/{hold_ref}/book {user_id: int} -> 201 {booking_id} | 409\n";
const drawing = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```\n";
const held = (told: string, more = "", schema = seats) =>
  way(schema, api, "hold", `# Seats\n\n${drawing}\n${more}\n\n## Hold\n\n${told}\n`);

const apart = `If (status is "free" or status is "held" and held_until is before the time now): Sets`;

const read = "SELECT status, held_until > now() AS live FROM seats WHERE id = $1";
const write =
  "UPDATE seats SET status = 'held', held_by = $2, hold_ref = $3, held_until = now() + interval '2 minutes' WHERE id = $1";

const written: readonly [string, string][] = [
  [
    "node",
    `\`\`\`js
const { rows: [seat] } = await pool.query('${read}', [id]);
if (seat.status === 'sold' || (seat.status === 'held' && seat.live)) return res.status(409).json({ error: 'taken' });
const result = await pool.query(\`${write} RETURNING hold_ref\`, [id, user, ref]);
res.status(201).json({ hold_ref: result.rows[0].hold_ref });
\`\`\``,
  ],
  [
    "python",
    `\`\`\`python
cur.execute("SELECT status, held_until FROM seats WHERE id = %s", (seat_id,))
status, until = cur.fetchone()
if status == "sold" or (status == "held" and until > now):
    raise HTTPException(409)
cur.execute("UPDATE seats SET status = 'held', held_until = %s WHERE id = %s", (until, seat_id))
conn.commit()
\`\`\``,
  ],
  [
    "java",
    `\`\`\`java
Seat seat = jdbc.queryForObject("select * from seats s where s.id = ?", mapper, seatId);
if (!seat.isFree(clock.instant()) || seat.getStatus() == SOLD) throw new ResponseStatusException(CONFLICT);
jdbc.update("update seats set status = 'held', held_until = ? where id = ?", until, seatId);
\`\`\``,
  ],
  ["a list of steps", `1. \`${read}\`. Held and live, or sold: 409.\n2. \`${write}\`\n3. Answer 201.`],
  [
    "a block of SQL",
    `\`\`\`sql\nBEGIN;\n${read};\n-- held and live, or sold: ROLLBACK, 409\n${write};\nCOMMIT;\n\`\`\``,
  ],
];

test.each(written)("a row that is read and then written by its key alone may be had by two at once: %s", (_, told) => {
  const { words, because, questions } = held(told);
  expect(questions).toEqual([]);
  expect(words).toContain(apart);
  expect(because.at(-1)).toMatch(/stands: seats is read first, then written where id = /);
});

test("what the designer does without keeps nobody apart", () => {
  const told = `${written[0]?.[1]}\n\nI didn't wrap it in a transaction or take locks: the database stays free of lock queues.`;
  expect(held(told).words).toContain(apart);
});

test.each([
  ["a lock", `\`\`\`sql\n${read} FOR UPDATE;\n-- 409\n${write};\n\`\`\``],
  ["a lock of something else first", `Take \`pg_advisory_xact_lock(seat)\`.\n\n\`${read}\`: 409.\n\n\`${write}\``],
  ["a mutex", `In a mutex of the seat: \`${read}\`: 409. Then \`${write}\``],
  ["a stricter transaction", `BEGIN ISOLATION LEVEL REPEATABLE READ; ${read}; 409; ${write}; COMMIT;`],
  ["a transaction as if alone", `BEGIN ISOLATION LEVEL SERIALIZABLE; ${read}; 409; ${write}; COMMIT;`],
  ["the state asked again", `\`${read}\`: 409. \`${write} AND status = 'free'\``],
  ["the time asked again", `\`${read}\`: 409. \`${write} AND (held_until IS NULL OR held_until < now())\``],
  ["a version asked", `\`${read}\`: 409. \`${write} AND version = $4\``],
  ["something left out", `\`${read}\`: 409. \`${write} AND …\``],
  ["no row found", `\`${read}\`: 409. \`${write}\`; 0 rows: 409.`],
  ["nothing read before", `409 if it is held. \`${write}\``],
  ["another one that asks", `\`${read}\`: 409. \`${write}\`, or \`${write} AND status = 'free'\``],
])("%s keeps two apart", (_, told) => {
  expect(held(told).words).not.toContain(apart);
});

test("a lock that is told of all of them keeps two apart", () => {
  expect(
    held(written[0]?.[1] ?? "", "## Locking\n\nEvery write locks the seat's row with FOR UPDATE.").words,
  ).not.toContain(apart);
});

test("a time that is not read before is not looked at", () => {
  const told =
    "`SELECT status FROM seats WHERE id = $1`, not free: 409.\n\n`UPDATE seats SET status = 'held' WHERE id = $1`";
  const { questions } = held(told);
  expect(questions.map(({ message }) => message)).toEqual([
    "How does POST /seats/{seat_id}/hold hold a seat? The statement about it in the design document does not look at held_until, which the schema keeps.",
  ]);
});
