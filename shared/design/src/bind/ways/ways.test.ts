import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../read.ts";
import { waysIn } from "./way-of.ts";

beforeAll(() => loadReader());

const { read, way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const seats = `create table seats (event_id int not null, seat_no int not null, status text not null default 'AVAILABLE',
  hold_id uuid, held_until timestamptz, held_by text, primary key (event_id, seat_no));
create table bookings (id bigint generated always as identity primary key, event_id int not null, seat_no int not null,
  held_by text, idempotency_key text unique, unique (event_id, seat_no));`;
const onSeats = `POST /events/{event}/seats/{seat}/hold {user: string} -> 201 {holdId} | 409
POST /holds/{hold}/confirm [Idempotency-Key] -> 200 {bookingId} | 409
`;

test("a seat's row that keeps state and time is taken only while it is free, or its hold has ended", () => {
  const hold = way(seats, onSeats, "hold");
  expect(hold.because).toEqual(["seats carries status", "seats carries held_until"]);
  expect(hold.words).toContain(
    'event_id is the path\'s event and seat_no is the path\'s seat and (status is "AVAILABLE" or status is "HELD" and held_until is before the time now)',
  );
  expect(hold.questions).toEqual([]);
  const confirm = way(seats, onSeats, "confirm");
  expect(confirm.words).toContain("Keeps Idempotency-Key in bookings.idempotency_key");
  expect(confirm.words).toContain(
    'hold_id is the path\'s hold and status is "HELD" and held_until is at least the time now',
  );
  expect(confirm.words).toContain("event_id = the seats row's event_id");
});

test("without a time on the seat nothing ends a hold, and that is what is run", () => {
  const hold = way(seats.replace("held_until timestamptz,", ""), onSeats, "hold");
  expect(hold.because).toEqual(["seats carries status"]);
  expect(hold.words).not.toContain("the time now");
});

const holds = (
  rule: string,
) => `create table "Seat" (id uuid primary key default gen_random_uuid(), label text not null);
create table "SeatHold" (id uuid primary key default gen_random_uuid(), "seatId" uuid not null references "Seat" (id),
  "userId" text not null, status text not null default 'ACTIVE' check (status in ('ACTIVE', 'CONFIRMED', 'EXPIRED')),
  "heldAt" timestamptz not null, "expiresAt" timestamptz not null${rule.startsWith("exclude") || rule.startsWith("unique") ? `, ${rule}` : ""});
${rule.startsWith("create") ? rule : ""};
create table "Booking" (id uuid primary key default gen_random_uuid(), "seatId" uuid not null unique references "Seat" (id), "userId" text not null);`;
const onHolds = `POST /v1/seats/{seatId}/holds {userId: string} -> 201 {id, expiresAt} | 409
POST /v1/holds/{holdId}/confirm -> 201 {id} | 409
`;

test.each([
  ['unique ("seatId")', "SeatHold is unique per seatId", "Deletes the rows of SeatHold whose seatId"],
  [
    `create unique index on "SeatHold" ("seatId") where status = 'ACTIVE'`,
    "SeatHold is unique per seatId while ACTIVE",
    'Sets status = "EXPIRED" in the row of SeatHold whose id is the SeatHold row\'s id and status is "ACTIVE"',
  ],
  [
    `exclude using gist ("seatId" with =, tstzrange("heldAt", "expiresAt") with &&)`,
    "SeatHold excludes rows of one seatId that overlap",
    "Adds a row to SeatHold",
  ],
])("a table of holds is guarded by what the schema refuses: %s", (rule, because, begins) => {
  const hold = way(holds(rule), onHolds, "hold");
  expect(hold.because).toEqual([because]);
  expect(hold.words).toContain(begins);
  expect(hold.words).toContain("seatId = the path's seatId");
  expect(hold.questions).toEqual([]);
});

test.each([
  ["has no word for it", "'ACTIVE', 'CONFIRMED'", "'ACTIVE'"],
  ["keeps other rows out then too", "'ACTIVE', 'CONFIRMED', 'EXPIRED'", "'EXPIRED'"],
])("a hold that has ended is gone rather than in a state of which the schema %s", (_, values, live) => {
  const rule = `create unique index on "SeatHold" ("seatId") where status in ('ACTIVE', ${live})`;
  const { words } = way(holds(rule).replace("'ACTIVE', 'CONFIRMED', 'EXPIRED'", values), onHolds, "hold");
  expect(words).toContain("Deletes the rows of SeatHold whose seatId");
});

test("a hold that nothing refuses is run as one that nothing refuses", () => {
  const hold = way(holds(""), onHolds.replaceAll(" | 409", ""), "hold");
  expect(hold.words).toMatch(/^Adds a row to SeatHold/);
  expect(hold.words).not.toContain("Deletes");
});

test("where a refusal is promised and nothing in the schema refuses, it is asked what does", () => {
  const [asked] = way(holds(""), onHolds, "hold").questions;
  expect(asked).toMatchObject({ rule: "which-way", stopsRun: true });
  expect(asked?.fixes?.map(({ label }) => label)).toEqual([
    "It looks for a hold that lasts, and adds a row where it finds none; two at once may both find none",
    "It adds a row to the holds, and nothing refuses a second one",
    "It locks the seat's row, looks for a hold that lasts, and adds a row where it finds none",
  ]);
});

test("what may be sold already is looked at first, and nothing is taken over from a row that may not be there", () => {
  const { words } = way(holds('unique ("seatId")'), onHolds, "hold");
  expect(words).toContain("Reads the row of Booking whose seatId is the path's seatId, if there is one.");
  expect(words).not.toContain("Booking row's");
});

test("who asks is taken from the token where the request names nobody", () => {
  const unnamed = onHolds.replace(" {userId: string}", "");
  expect(way(holds('unique ("seatId")'), unnamed, "hold").words).toContain("userId = the caller");
  const taking = onSeats.replace(" {user: string}", " [auth]");
  expect(way(seats, taking, "hold").words).toContain("held_by = the caller");
  expect(way(seats, onSeats.replace(" {user: string}", ""), "hold").words).not.toContain("held_by");
});

test("a confirmed hold becomes a booking of the seat and the person that the hold names", () => {
  const { words } = way(holds('unique ("seatId")'), onHolds, "confirm");
  expect(words).toContain(
    'Sets status = "CONFIRMED" in the row of SeatHold whose id is the path\'s holdId and status is "ACTIVE"',
  );
  expect(words).toContain("seatId = the SeatHold row's seatId, userId = the SeatHold row's userId");
});

test("a key whose column is called nothing that says so is kept in the one unique column that nothing else fills", () => {
  const called = seats.replace("idempotency_key text unique", "schluessel uuid unique");
  const confirm = way(called, onSeats, "confirm");
  expect(confirm.words).toContain("Keeps Idempotency-Key in bookings.schluessel");
  expect(confirm.because).toContain(
    "bookings.schluessel keeps Idempotency-Key: it is unique, and nothing else fills it",
  );
  const numbered = way(seats.replace("idempotency_key text unique", "booking_number text unique"), onSeats, "confirm");
  expect(numbered.words).not.toContain("Idempotency-Key");
  const silent = way(called, onSeats.replace(" [Idempotency-Key]", ""), "confirm");
  expect(silent.words).not.toContain("Idempotency-Key");
});

test("a key that is kept in a table of keys is kept beside the row that it is of", () => {
  const keys = `${holds('unique ("seatId")')}
create table idempotency_keys (key uuid primary key, "bookingId" uuid not null references "Booking" (id));`;
  const { words } = way(keys, onHolds.replace("/confirm", "/confirm [Idempotency-Key]"), "confirm");
  expect(words).toContain("Keeps Idempotency-Key in idempotency_keys.key");
  expect(words).toContain("Adds a row to idempotency_keys with bookingId = the Booking row's id");
});

test("a time in a language that no list holds is taken for the end of a hold, where it is the only one", () => {
  const icelandic = seats.replace("held_until", "rennur_ut").replace("status text", "sold_at timestamptz, status text");
  expect(way(icelandic, onSeats, "hold").because).toEqual(["seats carries status", "seats carries rennur_ut"]);
});

test("a ticket beside a seat is what is sold; `/seat-holds/{id}` names a hold and no event", () => {
  const tickets = holds('unique ("seatId")').replace('"Booking"', '"Ticket"');
  const under = onHolds.replace("/v1/holds/{holdId}/confirm", "/v1/seat-holds/{id}/confirm");
  const { operations } = read(tickets, under);
  const confirm = operations.find(({ capability }) => capability === "confirm");
  expect(confirm?.inputs).toEqual({ hold: { in: "path", name: "id" } });
  expect(confirm?.words.join(" ")).toContain("Adds a row to Ticket");
});

test("names that Postgres folds into one word, and longer ones that end alike, are understood", () => {
  const folded = `create table StageSeat (StageSeatId int primary key, SeatStatus varchar(9) default 'Open', HeldUntil timestamptz, HoldId uuid);`;
  const { because, words } = way(folded, "POST /api/seats/{stageSeatId}/hold -> 201 {holdId}\n", "hold");
  expect(because).toEqual(["stageseat carries seatstatus", "stageseat carries helduntil"]);
  expect(words).toContain("stageseatid is the path's stageSeatId");
});

test("another way is one click, and then the document says it", () => {
  const { operations } = read(seats, onSeats);
  const hold = operations.find(({ capability }) => capability === "hold");
  const [other] = hold?.alternatives ?? [];
  expect(other?.label).toBe("It takes the seat's row only while it is free, and nothing ends the hold");
  const [edit] = other?.edits ?? [];
  const clicked = onSeats.slice(0, edit?.from) + (edit?.insert ?? "") + onSeats.slice(edit?.to);
  const after = read(seats, clicked);
  const said = after.operations.find(({ capability }) => capability === "hold");
  expect(said?.boundBy).toBe("x-operation");
  expect(said?.steps[0]).toMatchObject({ update: "seats", where: { status: "AVAILABLE" } });
  expect(after.findings.filter(({ severity }) => severity !== "warning")).toEqual([]);
});

test("two tables that could keep the holds are asked about, with an answer each", () => {
  const twice = `${holds("")}
create table "Reservation" (id uuid primary key, "seatId" uuid not null, "expiresAt" timestamptz not null, status text default 'ACTIVE', "userId" text);`;
  const { questions } = way(twice, onHolds, "hold");
  const [asked] = questions.filter(({ rule }) => rule === "which-way");
  expect(asked).toMatchObject({ stopsRun: true, line: 1 });
  const edits = asked?.fixes?.flatMap((fix) => fix.edits.map(({ insert }) => insert)) ?? [];
  expect(edits.some((text) => text.includes("insert: SeatHold"))).toBe(true);
  expect(edits.some((text) => text.includes("insert: Reservation"))).toBe(true);
  expect(new Set(asked?.fixes?.map(({ label }) => label)).size).toBe(asked?.fixes?.length);
});

test("of two tables that are alike the one is meant to which a way adds rows", () => {
  const schema = `create table seats (id bigint primary key, label text not null);
create table reservations (id uuid primary key default gen_random_uuid(), seat_id bigint not null unique, user_id text not null, expires_at timestamptz not null);
create table waiters (id uuid primary key default gen_random_uuid(), seat_id bigint not null unique, user_id text not null);
create table bookings (id uuid primary key default gen_random_uuid(), seat_id bigint not null unique, buyer text not null);`;
  const api = `POST /seats/{seat_id}/reserve {user_id} -> 201 {hold_id} | 409
POST /reservations/{hold_id}/confirm {user_id} -> 201 {booking_id} | 409
GET /mine?user_id -> 200 [{seat_id, user_id}]
`;
  const { operations } = read(schema, api);
  expect(operations.find(({ path }) => path === "/mine")?.steps[0]).toMatchObject({ list: "reservations" });
});

test("of a booking and a payment beside it the one that names seat and hold is what is sold", () => {
  const schema = `create table seats (id bigint primary key, event_id bigint not null, label text not null);
create table holds (id uuid primary key default gen_random_uuid(), seat_id bigint not null references seats (id), user_id text not null, expires_at timestamptz not null);
create table payments (id uuid primary key default gen_random_uuid(), hold_id uuid not null references holds (id), state text not null default 'pending');
create table bookings (id uuid primary key default gen_random_uuid(), seat_id bigint not null unique references seats (id), hold_id uuid not null references holds (id), user_id text not null);`;
  const api = `# SELECT * FROM seats WHERE id = $1 FOR UPDATE
POST /seats/{seat_id}/holds {user_id} -> 201 {hold_id} | 409
POST /holds/{hold_id}/booking [Idempotency-Key] {user_id} -> 201 {booking_id} | 409
`;
  const { words, questions } = way(schema, api, "confirm");
  expect(questions.filter(({ rule }) => rule === "which-way")).toEqual([]);
  expect(words).toContain("Adds a row to bookings");
});

test("a row whose primary key is its seat's goes by the unique column that is called after it", () => {
  const claims = `create table seats (id int primary key, label text not null);
create table seat_claims (seat_id int primary key references seats (id), hold_id uuid not null unique default gen_random_uuid(), user_id int not null, taken_until timestamptz not null, booked_at timestamptz);`;
  const { words } = way(claims, "POST /seats/{seat_id}/holds {user_id} -> 201 | 409\n", "hold");
  expect(words).toContain("hold = the seat_claims row's hold_id");
});

test("a hold that is kept under its seat goes by the name that it has of its own", () => {
  const schema = `create table seats (id int primary key, event_id int not null);
create table seat_claims (seat_id int primary key references seats, claim_id uuid not null unique, user_id int not null, expires_at timestamptz);
create table bookings (id uuid primary key default gen_random_uuid(), seat_id int not null unique references seats, claim_id uuid not null unique, user_id int not null);`;
  const onClaims = `POST /seats/{seatId}/hold {userId: int} -> 201 {holdId: uuid} | 409
POST /holds/{holdId}/confirm {userId: int} -> 200 {bookingId} | 410
`;
  expect(way(schema, onClaims, "confirm").words).toContain("claim_id is the path's holdId");
  expect(way(schema, onClaims, "confirm").words).not.toContain("seat_id is the path's holdId");
});

test.each(["booked_at is not null", "status = 'CONFIRMED'"])(
  "a uniqueness of what is sold alone guards no hold: where %s",
  (condition) => {
    const schema = `create table seats (id int primary key, event_id int not null);
create table holds (id uuid primary key, seat_id int not null references seats, user_id text not null, expires_at timestamptz not null, booked_at timestamptz,
  status text not null default 'ACTIVE' check (status in ('ACTIVE', 'CONFIRMED')));
create unique index on holds (seat_id) where ${condition};`;
    expect(way(schema, onHolds, "hold").because.join()).not.toContain("is unique per");
  },
);
