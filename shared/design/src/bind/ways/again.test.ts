import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../read.ts";
import { waysIn } from "./way-of.ts";

beforeAll(() => loadReader());

const { way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const seats = "create table seats (id int primary key, label text not null);";
const holds = `create table holds (id uuid primary key, seat_id int not null unique references seats (id),
  status text not null check (status in ('held', 'confirmed')), expires_at timestamptz not null);`;
const bookings = `create table bookings (id uuid primary key, seat_id int not null unique references seats (id),
  hold_id uuid not null unique references holds (id));`;
const api = (confirming: string) =>
  `POST /seats/{seat_id}/holds -> 201 {hold_id} | 409\nPOST /holds/{hold_id}/confirm ${confirming}\n`;

test("where the documents tell that a repeat answers what is there, the booking of the hold is looked for first", () => {
  const told = api("-> 200 {booking_id} | 409\n  calling it again returns the same booking");
  const { words, because } = way(seats + holds + bookings, told, "confirm");
  expect(words).toMatch(
    /^All of this or nothing:\nReads the row of bookings whose hold_id is the path's hold_id, if there is one/,
  );
  expect(because.join(" ")).toContain("calling it again returns the same booking");
});

test("without a table of bookings it is the confirmed hold that is looked for", () => {
  const { words } = way(seats + holds, api("-> 200 | 409\n  repeated -> 200, the same hold's booking"), "confirm");
  expect(words).toContain(
    'Reads the row of holds whose id is the path\'s hold_id and status is "confirmed", if there is one',
  );
});

test("a booking that names its hold by name alone, beside a seat that both refer to, is looked for by that hold", () => {
  const overwritten = `create table seat_holds (seat_id int primary key references seats (id), hold_id uuid not null unique,
    expires_at timestamptz not null);`;
  const named = bookings.replace(" references holds (id)", "");
  const told = api("-> 200 {booking_id} | 409\n  calling it again returns the same booking");
  expect(way(seats + overwritten + named, told, "confirm").words).toMatch(
    /^All of this or nothing:\nReads the row of bookings whose hold_id is the path's hold_id, if there is one/,
  );
  const charged = told.replace(
    "calling it again returns the same booking",
    "Safe to retry: the payment idempotency key is the hold's",
  );
  expect(way(seats + overwritten + named, charged, "confirm").words).not.toContain("if there is one");
});

test("where nothing is told of a repeat, or a key of its own tells it, nothing is looked for first", () => {
  expect(way(seats + holds + bookings, api("-> 200 {booking_id} | 409"), "confirm").words).not.toContain(
    "if there is one",
  );
  const keyed = api("[Idempotency-Key] -> 200 {booking_id} | 409\n  the same key again returns the same booking");
  const kept = bookings.replace("unique references holds (id)", "unique references holds (id), idem_key text unique");
  expect(way(seats + holds + kept, keyed, "confirm").words).not.toContain("if there is one");
});

test("a key that is refused when it comes again is written and answers nothing", () => {
  const [asked] = way(
    `create table seats (id int primary key, status text not null default 'free' check (status in ('free', 'held', 'sold')), held_until timestamptz);
create table bookings (id int generated always as identity primary key, seat_id int not null unique references seats (id), idempotency_key uuid not null unique);`,
    "POST /seats/{seat_id}/hold -> 200 | 409\nPOST /seats/{seat_id}/book [Idempotency-Key] -> 201 {booking_id} | 409\n",
    "confirm",
    "## Confirm\n\nLook at the time. A repeated Idempotency-Key is rejected with 409.\n\n```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```\n",
  ).questions;
  const [asTold, asShown] = asked?.fixes?.map(({ edits }) => edits[0]?.insert ?? "") ?? [];
  expect(asTold).toContain("idempotency_key: $header.idempotency-key");
  expect(asTold).not.toContain("idempotency:");
  expect(asShown).toContain("idempotency:");
});

test("a key by whatever name a header has is kept where a column is called so", () => {
  const keyed = holds.replace("timestamptz not null", "timestamptz not null, payment_key text unique");
  const parameters =
    "[{ in: path, name: hold_id, required: true, schema: { type: string } }, { in: header, name: Payment-Key, schema: { type: string } }]";
  const openApi = `openapi: 3.1.0
info: { title: Seats, version: "1" }
paths:
  /seats/{seat_id}/holds:
    post: { parameters: [{ in: path, name: seat_id, required: true, schema: { type: integer } }], responses: { "201": { description: held } } }
  /holds/{hold_id}/confirm:
    post: { parameters: ${parameters}, responses: { "200": { description: booked }, "409": { description: over } } }
`;
  expect(way(seats + keyed, openApi, "confirm").words).toContain("Keeps Payment-Key in holds.payment_key");
});

const owned = `create table seats (id int primary key, label text not null); create table users (id int primary key);
create table holds (id uuid primary key, seat_id int not null references seats (id), user_id int not null references users (id),
  status text not null check (status in ('held', 'confirmed', 'over')), expires_at timestamptz not null, idempotency_key text);
create unique index on holds (seat_id) where status in ('held', 'confirmed');
create unique index on holds (user_id, idempotency_key);`;
const ofOwned = (confirm: string, told: string) =>
  way(
    owned + bookings,
    `POST /seats/{seat_id}/holds [Idempotency-Key] -> 201 {hold_id} | 409\nPOST /holds/{hold_id}/confirm ${confirm} -> 201 {booking_id} | 410\n`,
    "confirm",
    `## Hold\n\nThe Idempotency-Key finds an earlier one.\n\n## Confirm\n\n${told}\n\n\`\`\`mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n\`\`\`\n`,
  );

test("what is answered when it is confirmed already needs no key, whether one is declared for something else or not", () => {
  for (const header of ["", "[Idempotency-Key]"]) {
    const { words, questions } = ofOwned(header, "If the hold is confirmed already -> 200 with its booking.");
    expect(words, header).toContain("Reads the row of bookings whose hold_id is the path's hold_id, if there is one");
    expect(questions, header).toEqual([]);
  }
  const { questions } = ofOwned("", "It books the seat.");
  expect(questions.map(({ rule }) => rule)).toEqual(["key-not-kept"]);
});

test("where a lock is told the hold's booking is looked for under it, since nothing else keeps two confirmations apart", () => {
  const places = `create table places (id int primary key, vendue boolean not null default false);`;
  const loose = `create table options (id int primary key, place_id int not null references places (id), expire_a timestamptz not null);
create table reservations (id int generated always as identity primary key, option_id int not null references options (id), place_id int not null references places (id), client_id int);`;
  const confirmed = (lock: string) =>
    way(
      places + loose,
      "POST /places/{id}/options -> 201 {id} | 409\nPOST /options/{id}/confirmation -> 201 {id} | 410\n",
      "confirm",
      `## Confirmer\n\n\`\`\`ruby\n${lock} do\n  resa = Reservation.find_by(option_id: option.id)\n  return render(json: resa) if resa\nend\n\`\`\`\n\nDéjà confirmée : 200 avec la même réservation. Trop tard : 410.\n\n\`\`\`mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n\`\`\`\n`,
    ).words;
  for (const lock of ["option.place.with_lock", "option.with_lock"]) {
    expect(confirmed(lock), lock).toContain(
      "Reads the row of options whose id is the path's id, and keeps it from others",
    );
  }
  expect(confirmed("ActiveRecord::Base.transaction")).not.toContain("keeps it from others");
});

test("a repeat is answered by the 200 that is declared beside the first one's 201", () => {
  const told = api("-> 201 {booking_id} | 409\n  confirming again returns the same booking");
  const declared = api("-> 201 {booking_id} | 200 {booking_id} | 409\n  confirming again returns the same booking");
  expect(way(seats + holds + bookings, told, "confirm").words).not.toContain("Answers 200");
  expect(way(seats + holds + bookings, declared, "confirm").words).toMatch(/Answers 200[^\n]*\n[^]*Answers 201/);
});
