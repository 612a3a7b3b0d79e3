import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../read.ts";
import { waysIn } from "../way-of.ts";

beforeAll(() => loadReader());

const { way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const seats = `create table seats (id int primary key, status text not null default 'free' check (status in ('free', 'held', 'sold')),
  held_until timestamptz, held_by int);
create table bookings (id int generated always as identity primary key, seat_id int not null references seats (id), user_id int not null);`;
const api = (condition: string) => `POST /seats/{seat_id}/hold {user_id: int} -> 200 | 409
# UPDATE seats SET status = 'sold' WHERE ${condition}, then INSERT booking
POST /seats/{seat_id}/book {user_id: int} -> 201 {booking_id} | 409
`;

test("a statement beside an endpoint that does not look at the end that the schema keeps is asked about, as it is written first", () => {
  const { questions } = way(seats, api("id = $1 AND status = 'held' AND held_by = $2"), "confirm");
  expect(questions.map(({ message }) => message)).toEqual([
    "How does POST /seats/{seat_id}/book confirm a hold? The statement beside it does not look at held_until, which the schema keeps.",
  ]);
  const [asWritten, asShown] = questions[0]?.fixes?.map(({ edits }) => edits[0]?.insert ?? "") ?? [];
  expect(asWritten).toContain("where: { id: $path.seat_id, status: held, held_by: $body.user_id }");
  expect(asShown).toContain("held_until: { gte: $now }");
});

test("a statement that asks for more than the schema makes one look at is what is done", () => {
  const { words, because, questions } = way(
    seats,
    api("id = $1 AND status = 'held' AND held_by = $2 AND held_until > now()"),
    "confirm",
  );
  expect(questions).toEqual([]);
  expect(words).toContain("held_until is at least the time now and held_by is the body's user_id");
  expect(because).toContain(
    "beside it stands: where id = $1 AND status = 'held' AND held_by = $2 AND held_until > now()",
  );
});

test.each(["booking.seats", "seats s", '"booking"."seats" AS s'])("an update of %s is one of the table", (name) => {
  const stated = api("id = $1 AND status = 'held'").replace("UPDATE seats", `UPDATE ${name}`);
  expect(way(seats, stated, "confirm").questions).toHaveLength(1);
});

test("a statement about another endpoint, another table, or one that leaves something out says nothing", () => {
  const other = api("id = $1 AND status = 'held'").replace("UPDATE seats", "UPDATE places");
  expect(way(seats, other, "confirm").questions).toEqual([]);
  expect(way(seats, api("…"), "confirm").questions).toEqual([]);
  expect(way(seats, api("id = $1 AND status = 'held'"), "hold").questions.map(({ line }) => line)).toEqual([3]);
});

const inDesign = (confirming: string) =>
  `# Seats\n\n## Hold\n\n    UPDATE seats SET status = 'held' WHERE id = $1 AND (status = 'free' OR status = 'held' AND held_until < now())\n\n## Confirm\n\n${confirming}\n\n## Drawing\n\n\`\`\`mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n\`\`\`\n`;
const plain =
  "POST /seats/{seat_id}/hold {user_id: int} -> 200 | 409\nPOST /seats/{seat_id}/book {user_id: int} -> 201 {booking_id} | 409\n";

test("a statement in the design document's section about an endpoint is looked at as one beside it", () => {
  const statement = "`UPDATE seats SET status = 'sold' WHERE id = $1 AND status = 'held'`, then the booking.";
  expect(way(seats, plain, "confirm", inDesign(statement)).questions.map(({ message }) => message)).toEqual([
    "How does POST /seats/{seat_id}/book confirm a hold? The statement about it in the design document does not look at held_until, which the schema keeps.",
  ]);
});

test("what is told around a statement in the design document may look at what it does not", () => {
  const told =
    "Lock the seat; 410 if the hold has expired. Then `UPDATE seats SET status = 'sold' WHERE id = $1 AND status = 'held'`.";
  const { questions, words } = way(seats, plain, "confirm", inDesign(told));
  expect(questions).toEqual([]);
  expect(words).toContain("held_until is at least the time now");
});

test.each([
  "0 rows -> 410",
  "- 1 linha: 201\n- 0 linhas: lê a compra; se não tem, 410.\n\nQuem não pode mais (410) recebe o dinheiro de volta.",
  "Too late: 410, since rowCount === 0",
  "Keine Zeile getroffen: 410",
])("a 410 that comes of a statement which finds no row is no look at the time: %s", (answer) => {
  const told = `\`UPDATE seats SET status = 'sold' WHERE id = $1 AND status = 'held'\`.\n\n${answer}`;
  const [asked] = way(seats, plain, "confirm", inDesign(told)).questions;
  expect(asked?.message).toContain("does not look at held_until");
  const looking = inDesign(`410 once the two minutes have expired. ${told}`);
  expect(way(seats, plain, "confirm", looking).questions).toEqual([]);
});

test.each(["version = ?", "row_version = @v", "xmin = $2"])(
  "a statement that wants the row as it was read sees all that it says: %s",
  (version) => {
    const told = `Load the seat, 409 unless it is available, then \`UPDATE seats SET status = 'sold' WHERE id = ? AND ${version}\`.`;
    const { questions, words } = way(seats, plain, "confirm", inDesign(told));
    expect(questions).toEqual([]);
    expect(words).toContain('status is "held" and held_until is at least the time now');
  },
);

test("a row that is kept as it was read by a lock has been looked at, though not at an end where its state alone is told", () => {
  const locking = (look: string) =>
    inDesign(
      `SELECT * FROM seats WHERE id = $1 FOR UPDATE\n\n${look}\n\nUPDATE seats SET status = 'sold' WHERE id = $1`,
    );
  expect(way(seats, plain, "confirm", locking("It is not to be had: 409.")).questions).toEqual([]);
  expect(way(seats, plain, "confirm", locking("held and heldUntil > now: go on.")).questions).toEqual([]);
  expect(
    way(
      seats,
      plain,
      "confirm",
      locking("No row, so it is another's: 410. The status is `held`: go on."),
    ).questions.map(({ message }) => message),
  ).toEqual([
    "How does POST /seats/{seat_id}/book confirm a hold? The statement about it in the design document does not look at held_until, which the schema keeps.",
  ]);
});

const holds = `create table seats (id int primary key);
create table holds (id uuid primary key, seat_id int not null unique references seats (id), user_id int not null, expires_at timestamptz not null);
create table bookings (id int generated always as identity primary key, seat_id int not null unique references seats (id), user_id int not null);`;
const onHolds = (hold: string, confirm: string) => `# ${hold}
POST /seats/{seat_id}/hold {user_id: int} -> 201 {id} | 409
# ${confirm}
POST /holds/{id}/confirm -> 201 {booking_id} | 409
`;
const rowsOf = (hold: string, confirm: string, capability: string) =>
  way(holds, onHolds(hold, confirm), capability).questions.filter(
    ({ line }) => line === (capability === "hold" ? 2 : 4),
  );

test("a row that is added without making room stays out while the one that has ended is there", () => {
  const [asked] = rowsOf("INSERT INTO holds (seat_id, user_id) VALUES ($1, $2)", "", "hold");
  expect(asked?.message).toContain("does not look at expires_at");
  expect(asked?.fixes?.[0]?.edits[0]?.insert).not.toContain("delete: holds");
  expect(asked?.fixes?.[1]?.edits[0]?.insert).toContain("delete: holds");
});

test("rows of which the schema allows several a seat are in nobody's way", () => {
  const several = holds.replace(
    "not null unique references seats (id), user_id int not null, expires_at",
    "not null references seats (id), user_id int not null, expires_at",
  );
  const states = several.replace(
    "create table seats (id int primary key)",
    "create table seats (id int primary key, status text not null default 'free' check (status in ('free', 'held', 'sold')), held_until timestamptz)",
  );
  const told = onHolds("INSERT INTO holds (seat_id, user_id) VALUES ($1, $2)", "");
  expect(way(states, told, "hold").questions.filter(({ line }) => line === 2)).toEqual([]);
});

test.each([
  "SELECT * FROM holds WHERE id = $1; INSERT INTO bookings (seat_id, user_id) VALUES ($2, $3)",
  "INSERT INTO bookings (seat_id, user_id) VALUES ($1, $2)",
])(
  "a confirmation whose statements do not look at the hold's end is asked about, as it is written first: %s",
  (sql) => {
    const [asked] = rowsOf("", sql, "confirm");
    expect(asked?.message).toContain("does not look at expires_at");
    expect(asked?.fixes?.[0]?.edits[0]?.insert).not.toContain("expires_at");
    expect(asked?.fixes?.[1]?.edits[0]?.insert).toContain("expires_at: { gte: $now }");
  },
);

test.each([
  ["DELETE FROM holds WHERE seat_id = $1 AND expires_at < now(); INSERT INTO holds VALUES ($1)", ""],
  ["INSERT INTO holds VALUES ($1) ON CONFLICT (seat_id) DO UPDATE SET user_id = $2 WHERE holds.expires_at < now()", ""],
  ["", "INSERT INTO bookings SELECT seat_id, user_id FROM holds WHERE id = $1 AND expires_at > now()"],
  ["", "the hold must not be expired; INSERT INTO bookings (seat_id) VALUES ($1)"],
  ["removes what has expired, then INSERT INTO holds VALUES ($1)", ""],
])("statements that look at the end are what the schema shows: %s %s", (hold, confirm) => {
  expect(way(holds, onHolds(hold, confirm), "hold").questions).toEqual([]);
});

const twice = `create table seats (event_id int, seat_no text, hold_token uuid unique, held_until timestamptz,
  booking_id uuid unique, booked_at timestamptz, primary key (event_id, seat_no));`;
const oneRow = `POST /events/{event_id}/seats/{seat_no}/hold -> 201 {hold_token, held_until} | 409
# UPDATE seats SET hold_token = gen_random_uuid(), held_until = now() + '2 min' WHERE event_id = $1 AND seat_no = $2 AND booking_id IS NULL AND (held_until IS NULL OR held_until < now())

POST /confirm {hold_token: uuid} -> 200 {booking_id} | 410
# UPDATE seats SET booking_id = gen_random_uuid(), booked_at = now() WHERE hold_token = $1 AND booking_id IS NULL AND held_until > now()
`;

test("of two columns that one statement fills, asking for the one asks for the other, and a new id is set as it is written", () => {
  expect(way(twice, oneRow, "hold").questions).toEqual([]);
  expect(way(twice, oneRow, "confirm").words).toContain("booking_id = a new UUID");
  const apart = oneRow.replace("booking_id = gen_random_uuid(), ", "");
  expect(way(twice, apart, "hold").questions[0]?.message).toBe(
    "How does POST /events/{event_id}/seats/{seat_no}/hold hold a seat? The statement beside it does not look at booked_at, which the schema keeps.",
  );
});
