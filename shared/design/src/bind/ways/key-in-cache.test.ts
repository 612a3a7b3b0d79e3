import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../read.ts";
import { waysIn } from "./way-of.ts";

beforeAll(() => loadReader());

const { way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const schema = (holds: string) => `create table seats (id int primary key, label text not null);
${holds}
create table bookings (id uuid primary key, seat_id int not null unique references seats (id), user_id int not null);`;
const rows =
  "create table holds (id uuid primary key, seat_id int not null references seats (id), user_id int not null, expires_at timestamptz not null);";
const api = `POST /seats/{seat_id}/holds {user_id} -> 201 {hold_id} | 409
POST /holds/{hold_id}/confirm {user_id} -> 201 {booking_id} | 410
`;
const told = (hold: string) =>
  `## Hold\n\n${hold}\n\n## Confirm\n\nLook at the time.\n\n\`\`\`mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n api --> r[(Redis)]\n\`\`\`\n`;

test("a key that is set once in the cache lets one in, whose hold is a row as well", () => {
  for (const said of [
    "`SET seat:{id} {hold} NX PX 120000`, the loser gets 409, the winner inserts.",
    "Redis SETNX, then a row.",
  ]) {
    const { words, questions, because } = way(schema(rows), api, "hold", told(said));
    expect(questions, said).toEqual([]);
    expect(words, said).toMatch(
      /Reads the row of bookings.*Keeps true as hold:\{path.seat_id\} in the cache[^\n]*if nothing is kept there yet.*Adds a row to holds/s,
    );
    expect(because.join("; "), said).toContain("POST /seats/{seat_id}/holds is told");
  }
});

test("a cache that nothing is decided in lets nobody in, and a row that the database guards needs none", () => {
  expect(way(schema(rows), api, "hold", told("Insert a row. Redis keeps the seat map.")).questions).toHaveLength(1);
  const guarded = schema(rows.replace("seat_id int not null", "seat_id int not null unique"));
  expect(way(guarded, api, "hold", told("`SET seat:{id} NX EX 120`, then a row.")).words).not.toContain("cache");
});

test("a hold that never asks the database does not see what is sold there", () => {
  const { words } = way(
    schema(rows),
    api,
    "hold",
    told("`SET seat:{id} NX PX 120000`: the hold never touches Postgres, a worker adds the row."),
  );
  expect(words).not.toContain("bookings");
});

test("a key that says that there is a hold and not of which seat books none, so it is asked what is done", () => {
  const { questions } = way(
    schema(""),
    api,
    "confirm",
    told("`SET seat:{id} {token} NX PX 120000`, the token is the hold's."),
  );
  expect(questions.map(({ rule, line }) => [rule, line])).toContainEqual(["no-steps", 2]);
});

test.each([
  "`SET seat:{seat_id} {hold_id} NX EX 120`, and the hash `hold:{hold_id}` with seat_id and user_id.",
  "`redis.set('seat:' + seatId, id, 'NX')` and `redis.set('hold:' + holdId, seatId)`.",
  "SETNX seat:<id>, beside it hold:<id> -> seat id.",
])("a key of the hold beside the seat's says of which seat the hold is that is booked: %s", (said) => {
  const hold = way(schema(""), api, "hold", told(said));
  expect(hold.questions).toEqual([]);
  expect(hold.words).toMatch(
    /Keeps a document of hold as hold:[^]*Keeps [^\n]* as seat-of:[^]*Answers 201 with hold_id = [^\n]*hold/,
  );
  const confirm = way(schema(""), api, "confirm", told(said));
  expect(confirm.questions).toEqual([]);
  expect(confirm.words).toMatch(/Reads the row of seats whose id is what was cached[^]*Adds a row to bookings/);
});

test("a key whose value is who holds the seat lets nobody else confirm, and one that does not say who lets anybody", () => {
  const bySeat = `POST /seats/{seat_id}/hold {user_id} -> 201 {expires_at} | 409
POST /seats/{seat_id}/confirm {user_id} -> 201 {booking_id} | 409
`;
  const of = (said: string) => way(schema(""), bySeat, "confirm", told(said)).words;
  const ofUser = "Reads hold:{path.seat_id} from the cache r, if its user is the body's user_id";
  expect(of("`SET hold:{seat_id} {user_id} NX EX 120`.")).toContain(ofUser);
  expect(of('`setIfAbsent("hold:" + seatId, userId, 120)`.')).toContain(ofUser);
  expect(of("`SET hold:{seat_id} 1 NX EX 120`.")).toMatch(/hold:\{path.seat_id\}/);
  expect(of("`SET hold:{seat_id} 1 NX EX 120`.")).not.toContain(", if its");
});
